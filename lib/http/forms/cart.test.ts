import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CART_COOKIE } from '@/lib/auth/cart-cookie'
import { currentCartId } from '@/lib/auth/cart-session'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { hasCart } from '@/lib/queries/cart'
import { getCart } from '@/lib/services/cart/cart'
import { emptyStores, givenProduct } from '@/lib/services/testing/fixtures'
import { jar, outcome, post, refusal } from '../testing/browser'
import { answerCartForm, readRemovedLine } from './cart'

vi.mock('next/headers', () => import('../testing/browser'))

const add = (fields: Record<string, string>, options?: { json: boolean }) =>
  answerCartForm(post('/cart/add', fields, options), 'add')
const remove = (fields: Record<string, string>) => answerCartForm(post('/cart/remove', fields), 'remove')
const change = (fields: Record<string, string>) => answerCartForm(post('/cart/change', fields), 'change')
const quantities = async () => (await cartNow()).lines.map(({ sku, quantity }) => [sku, quantity])

const cartNow = async () => getCart(await currentCartId())

beforeEach(async () => {
  jar.clear()
  refusal.ofCookies = false
  await emptyStores()
  await givenProduct({ sku: 'LAMP', name: 'Filament lamp', price: 4_800, onHand: 5 })
})

describe('cart forms', () => {
  it('redirect a plain form to the cart, with a signed cookie from the first line on', async () => {
    expect(outcome(await add({ sku: 'LAMP', quantity: '2' }))).toEqual([303, '/cart?first=yes'])
    expect(outcome(await add({ sku: 'LAMP', quantity: '0' }))).toEqual([303, '/cart?told=invalid_input&sku=LAMP'])
    expect(jar.get(CART_COOKIE)).toMatch(/^[0-9a-f-]{36}\.[\w-]{43}$/)
    expect(await quantities()).toEqual([['LAMP', 2]])
  })

  it('make the page check whether the browser keeps the cookie of a first line', async () => {
    refusal.ofCookies = true
    for (let time = 0; time < 2; time++) {
      expect(outcome(await add({ sku: 'LAMP' }))).toEqual([303, '/cart?first=yes'])
      expect(await (await add({ sku: 'LAMP' }, { json: true })).json()).toMatchObject({ ok: true, isFirst: true })
    }
    expect(await hasCart()).toBe(false)
    refusal.ofCookies = false
    await add({ sku: 'LAMP' })
    expect(await hasCart()).toBe(true)
    expect(await (await add({ sku: 'LAMP' }, { json: true })).json()).not.toHaveProperty('isFirst')
  })

  it('renew the cookie with every change', async () => {
    await add({ sku: 'LAMP' })
    const written = vi.spyOn(jar, 'set')
    const accept = () => answerCartForm(post('/cart/accept', {}), 'accept')
    for (const act of [() => change({ sku: 'LAMP', quantity: '2' }), accept, () => remove({ sku: 'LAMP' })]) {
      written.mockClear()
      await act()
      expect(written.mock.calls).toContainEqual([CART_COOKIE, jar.get(CART_COOKIE)])
    }
    written.mockRestore()
  })

  it('add one unit by default', async () => {
    await add({ sku: 'LAMP' })
    expect(await quantities()).toEqual([['LAMP', 1]])
  })

  it('answer scripts with the cart and the outcome for the line', async () => {
    const answer = await add({ sku: 'LAMP', quantity: '7' }, { json: true })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await answer.json()).toMatchObject({
      ok: true,
      outcome: { quantity: 5, notice: { type: 'only_left', left: 5 } },
      cart: { count: 5, subtotal: 24_000 },
    })
  })

  it('report deviations to a plain form by a code', async () => {
    expect(outcome(await add({ sku: 'LAMP', quantity: '7' }))).toEqual([303, '/cart?told=only_left&sku=LAMP&first=yes'])
    expect(outcome(await add({ sku: 'GONE' }))).toEqual([303, '/cart?told=not_found&sku=GONE'])
    await postgres().$executeRaw`TRUNCATE "Inventory", "StockMovement"`
    expect(outcome(await add({ sku: 'LAMP' }))).toEqual([303, '/cart?told=out_of_stock&sku=LAMP'])
  })

  it.each(['-1', '1e9', '1.5', 'abc', '', ' ', '0x10', 'NaN', '1,5', '٣'])(
    'refuse %j as a quantity and change nothing',
    async (quantity) => {
      await add({ sku: 'LAMP', quantity: '1' })
      expect(outcome(await add({ sku: 'LAMP', quantity }))).toEqual([303, '/cart?told=invalid_input&sku=LAMP'])
      expect(outcome(await change({ sku: 'LAMP', quantity }))).toEqual([303, '/cart?told=not_whole&sku=LAMP'])
      expect((await add({ sku: 'LAMP', quantity }, { json: true })).status).toBe(400)
      expect(await quantities()).toEqual([['LAMP', 1]])
    },
  )

  it.each(['6', '100', '5000', '99999999999', '9'.repeat(400)])(
    'take what is left for a quantity of %s',
    async (quantity) => {
      await add({ sku: 'LAMP', quantity: '1' })
      expect(outcome(await change({ sku: 'LAMP', quantity }))).toEqual([303, '/cart?told=only_left&sku=LAMP'])
      expect(await quantities()).toEqual([['LAMP', 5]])
      await postgres().inventory.update({ where: { sku: 'LAMP' }, data: { onHand: 1_000 } })
      const expected = quantity === '6' ? '/cart' : '/cart?told=at_most&sku=LAMP'
      expect(outcome(await change({ sku: 'LAMP', quantity }))).toEqual([303, expected])
    },
  )

  it('ask before a quantity of zero removes a line', async () => {
    await add({ sku: 'LAMP', quantity: '3' })
    expect(outcome(await change({ sku: 'LAMP', quantity: '0' }))).toEqual([303, '/cart?told=none_wanted&sku=LAMP'])
    expect(await quantities()).toEqual([['LAMP', 3]])
  })

  it('offer to put a removed line back as it was', async () => {
    await givenProduct({ sku: 'BOWL' })
    await add({ sku: 'LAMP', quantity: '3', 'price-LAMP': '4500' })
    await add({ sku: 'BOWL' })
    const before = await cartNow()
    const [, location] = outcome(await remove({ sku: 'LAMP' }))
    expect(location).toMatch(/^\/cart\?told=removed&sku=LAMP&sent=[0-9a-f]{8}$/)
    const sent = location?.split('=').at(-1)
    const line = await readRemovedLine(sent)
    expect(line).toEqual(before.lines[0])
    await add({ sku: 'LAMP', quantity: '3', 'price-LAMP': '4500', addedAt: line?.addedAt ?? '' })
    expect(await cartNow()).toEqual(before)
    expect(await readRemovedLine('00000000')).toBeNull()
    await postgres().inventory.update({ where: { sku: 'LAMP' }, data: { onHand: 0 } })
    expect(await readRemovedLine(sent)).toBeNull()
    await products().deleteOne({ slug: 'lamp' })
    expect(await readRemovedLine(sent)).toBeNull()
  })

  it('report nothing if the line to remove was gone already', async () => {
    await add({ sku: 'LAMP' })
    expect(outcome(await remove({ sku: 'BOWL' }))).toEqual([303, '/cart'])
  })

  it.each(['', 'lamp', '$gt', '{"$gt":""}', '../LAMP', 'L'.repeat(41), 'LAMP\u0000', "LAMP'--", '__proto__'])(
    'refuse %j as a SKU without repeating it',
    async (sku) => {
      expect(outcome(await add({ sku }))).toEqual([303, '/cart?told=invalid_input'])
      expect((await remove({ sku })).status).toBe(303)
    },
  )

  it('never charge a price from the form, and report if the price shown has changed', async () => {
    await add({ sku: 'LAMP', 'price-LAMP': '4500', 'price-BOWL': '1' })
    expect(await cartNow()).toMatchObject({
      subtotal: 4_800,
      lines: [{ issues: [{ type: 'price_changed', from: 4_500, to: 4_800 }] }],
    })
    expect((await add({ sku: 'LAMP', 'price-LAMP': '-1' }, { json: true })).status).toBe(400)
  })

  it('accept the last of several values, and no price', async () => {
    const body = new URLSearchParams([
      ['sku', 'GONE'],
      ['sku', 'LAMP'],
      ['quantity', '1'],
      ['price', '1'],
      ['unitPrice', '1'],
    ])
    await answerCartForm(new Request('http://shop.example/cart/add', { method: 'POST', body }), 'add')
    expect((await cartNow()).subtotal).toBe(4_800)
  })

  it('ignore an edited cookie, and replace it with the next line', async () => {
    await add({ sku: 'LAMP' })
    const own = jar.get(CART_COOKIE) ?? ''
    for (const edited of [`${own}x`, own.replace(/^./, 'x'), own.split('.')[0] ?? '', "' OR 1=1", 'x'.repeat(9_000)]) {
      jar.set(CART_COOKIE, edited)
      expect((await cartNow()).lines).toEqual([])
      expect(outcome(await change({ sku: 'LAMP', quantity: '3' }))).toEqual([303, '/cart?told=cart_empty&sku=LAMP'])
    }
    await add({ sku: 'LAMP' })
    expect(jar.get(CART_COOKIE)).not.toBe(own)
    expect(await quantities()).toEqual([['LAMP', 1]])
  })

  it('change, remove and accept prices', async () => {
    await add({ sku: 'LAMP' })
    expect(outcome(await change({ sku: 'LAMP', quantity: '3' }))).toEqual([303, '/cart'])
    expect(await quantities()).toEqual([['LAMP', 3]])
    expect(outcome(await answerCartForm(post('/cart/accept', {}), 'accept'))).toEqual([303, '/cart'])
    expect((await remove({ sku: 'LAMP' })).status).toBe(303)
    expect(await quantities()).toEqual([])
  })

  it('are refused with 403 from another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const body = new URLSearchParams({ sku: 'LAMP' })
    const request = new Request('http://shop.example/cart/add', { method: 'POST', headers, body })
    expect((await answerCartForm(request, 'add')).status).toBe(403)
    expect(jar.size).toBe(0)
  })
})
