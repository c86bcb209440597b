import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { currentCartId } from '@/lib/auth/cart-session'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { readOrderOfKey } from '@/lib/queries/checkout'
import { readOrder } from '@/lib/queries/orders'
import { getCart } from '@/lib/services/cart/cart'
import { emptyStores, givenProduct } from '@/lib/services/testing/fixtures'
import { jar, outcome, post } from '../testing/browser'
import { answerCartForm } from './cart'
import { answerCheckoutForm } from './checkout'
import { readSentForm } from './sent-form'
import { answerTrackForm } from './track'

vi.mock('next/headers', () => import('../testing/browser'))

const typed = {
  email: 'ines.halvorsen@example.com',
  firstName: 'Ines',
  lastName: 'Halvorsen',
  street: 'Lange Reihe 28',
  extra: '',
  postcode: '20099',
  city: 'Hamburg',
  country: 'DE',
  deliveryMethod: 'STANDARD',
  paymentMethod: 'ON_DELIVERY',
  idempotencyKey: '6311bb56-0f1d-4f4d-915b-1a10428c82e3',
  'total-STANDARD': '5290',
  'total-EXPRESS': '5790',
}

const checkOut = (changes: Record<string, string> = {}, options?: { json: boolean }) =>
  answerCheckoutForm(post('/checkout/order', { ...typed, ...changes }, options))
const track = (fields: Record<string, string>, options?: { json: boolean }) =>
  answerTrackForm(post('/track/order', fields, options))
/** Follows the redirect after a refused form; returns its path, and the values and the refusal that the page shows. */
const cameBack = (answer: Response) => {
  const [status, location] = outcome(answer)
  expect(status).toBe(303)
  const { pathname, searchParams } = new URL(location ?? '', 'http://shop.example')
  return readSentForm(searchParams.get('sent')).then((form) => ({ pathname, ...form }))
}
const fill = (quantity = '1') => answerCartForm(post('/cart/add', { sku: 'LAMP', quantity }), 'add')

const cartNow = async () => getCart(await currentCartId())

beforeEach(async () => {
  jar.clear()
  await emptyStores()
  await givenProduct({ sku: 'LAMP', name: 'Filament lamp', price: 4_800, onHand: 5 })
})

describe('the checkout form', () => {
  it('redirects to the order and empties the cart', async () => {
    await fill()
    const [status, location] = outcome(await checkOut())
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/orders\/[0-9a-f-]{36}$/)])
    const order = await readOrder(location?.split('/').at(-1) ?? '')
    expect(order).toMatchObject({ total: 5_290, paymentMethod: 'ON_DELIVERY', address: { city: 'Hamburg' } })
    expect((await cartNow()).lines).toEqual([])
  })

  it('returns the same order if sent again', async () => {
    await fill()
    const answers = await Promise.all([checkOut({}, { json: true }), checkOut({}, { json: true })])
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
    expect(first).toMatchObject({ ok: true, orderId: expect.any(String) })
    expect(second).toEqual(first)
    expect(await (await checkOut({}, { json: true })).json()).toEqual(first)
  })

  it('returns with a new key and the typed values if its key belongs to another order', async () => {
    await fill()
    await checkOut()
    await fill('2')
    const answer = await checkOut({ city: 'Wedel' }, { json: true })
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({
        code: 'out_of_date',
        message: expect.stringContaining('This page is out of date'),
        details: { placed: expect.any(Object), idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      }),
    ])
    const back = await cameBack(await checkOut({ city: 'Wedel' }))
    expect(back).toMatchObject({ isBack: true, values: { city: 'Wedel', lastName: 'Halvorsen' } })
    expect(back.values.idempotencyKey).toBeUndefined()
    expect((await cartNow()).count).toBe(2)
  })

  it('finds its order by the stored key if the answer was lost', async () => {
    await fill()
    const [, location] = outcome(await checkOut())
    expect(`/orders/${(await readOrderOfKey(typed.idempotencyKey))?.id}`).toBe(location)
    for (const key of [undefined, 'x', '00000000-0000-4000-8000-000000000000'])
      expect(await readOrderOfKey(key)).toBeNull()
  })

  it('forgets a refused form once scripts have sent it', async () => {
    await fill()
    await checkOut({ street: '' })
    expect((await readSentForm(undefined)).values).not.toEqual({})
    await checkOut({}, { json: true })
    expect((await readSentForm(undefined)).values).toEqual({})
  })

  it('returns with all typed values and every error', async () => {
    await fill()
    const back = await cameBack(await checkOut({ email: 'ines@', street: '', postcode: '2009' }))
    expect(back).toMatchObject({
      pathname: '/checkout',
      isBack: true,
      values: { email: 'ines@', city: 'Hamburg', paymentMethod: 'ON_DELIVERY', idempotencyKey: typed.idempotencyKey },
      refusal: {
        fieldErrors: {
          email: expect.stringContaining('e-mail'),
          street: 'Please fill in street and number.',
          postcode: 'German postcodes have 5 digits, such as 10115.',
        },
      },
    })
  })

  it('keeps the typed values for a later visit, but not the refusal', async () => {
    await fill()
    await checkOut({ postcode: '2009' })
    expect(await readSentForm(undefined)).toMatchObject({
      values: { postcode: '2009' },
      refusal: undefined,
      isBack: false,
    })
  })

  it('reports each changed line, and places the order if sent again', async () => {
    await fill()
    await products().updateOne({ 'variants.sku': 'LAMP' }, { $set: { 'variants.0.price': 5_000 } })
    const back = await cameBack(await checkOut())
    expect(back.refusal?.details).toEqual({
      lines: [{ sku: 'LAMP', name: 'Filament lamp', issue: { type: 'price_changed', from: 4_800, to: 5_000 } }],
      total: { from: 5_290, to: 5_490 },
    })
    const [, location] = outcome(await checkOut({ 'total-STANDARD': '5490' }))
    expect(location).toMatch(/^\/orders\//)
  })

  it('accepts prices shown on its page, but no other total', async () => {
    await fill()
    await products().updateOne({ 'variants.sku': 'LAMP' }, { $set: { 'variants.0.price': 5_000 } })
    expect((await cameBack(await checkOut({ pricesTold: 'yes' }))).refusal?.details).toEqual({
      lines: [],
      total: { from: 5_290, to: 5_490 },
    })
    const [, location] = outcome(await checkOut({ pricesTold: 'yes', 'total-STANDARD': '5490' }))
    expect(location).toMatch(/^\/orders\//)
  })

  it('asks once whether a street has no house number, and keeps what was typed', async () => {
    await fill()
    const village = { street: 'Am Bahnhof', askedStreet: '' }
    expect(await cameBack(await checkOut(village))).toMatchObject({
      isBack: true,
      values: { street: 'Am Bahnhof', city: 'Hamburg', idempotencyKey: typed.idempotencyKey },
      refusal: { message: expect.stringContaining('no house number') },
    })
    expect((await cartNow()).count).toBe(1)
    expect(outcome(await checkOut({ ...village, askedStreet: 'Am Bahnhof' }))[1]).toMatch(/^\/orders\//)
  })

  it('remembers for which street it asked if another field is wrong, and never asks older pages', async () => {
    await fill()
    const back = await cameBack(await checkOut({ street: 'Am Bahnhof', askedStreet: 'Am Bahnhof', postcode: '2009' }))
    expect(back).toMatchObject({
      values: { askedStreet: 'Am Bahnhof' },
      refusal: { fieldErrors: { postcode: expect.any(String) } },
    })
    expect(outcome(await checkOut({ street: 'Am Bahnhof' }))[1]).toMatch(/^\/orders\//)
  })

  it('fixes a requested line and keeps the typed values', async () => {
    await fill('4')
    await givenProduct({ sku: 'LAMP2', onHand: 0 })
    expect(await cameBack(await checkOut({ fix: 'LAMP' }))).toMatchObject({
      values: { city: 'Hamburg' },
      refusal: undefined,
    })
    expect((await cartNow()).lines).toEqual([])
  })

  it('orders the available lines after one press if several are not available', async () => {
    for (const sku of ['GONE', 'SOLD', 'SHORT']) {
      await givenProduct({ sku, price: 1_000 })
      await answerCartForm(post('/cart/add', { sku, quantity: '3' }), 'add')
    }
    await fill()
    await products().deleteOne({ slug: 'gone' })
    await postgres().inventory.update({ where: { sku: 'SOLD' }, data: { onHand: 0 } })
    await postgres().inventory.update({ where: { sku: 'SHORT' }, data: { onHand: 1 } })
    expect(await cameBack(await checkOut({ fix: 'all' }))).toMatchObject({ values: { city: 'Hamburg' } })
    expect((await cartNow()).lines).toMatchObject([
      { sku: 'SHORT', quantity: 1, issues: [] },
      { sku: 'LAMP', quantity: 1, issues: [] },
    ])
    expect(outcome(await checkOut({ 'total-STANDARD': '6290' }))[1]).toMatch(/^\/orders\//)
  })

  it.each<[Record<string, string>, string]>([
    [{ idempotencyKey: 'x' }, 'reload'],
    [{ 'total-STANDARD': '-5' }, 'reload'],
    [{ fix: '$gt' }, 'highlighted fields'],
  ])('answers %j with a sentence', async (changes, words) => {
    await fill()
    expect((await cameBack(await checkOut(changes))).refusal?.message).toContain(words)
  })

  it('takes five orders for a mailbox in ten minutes, then says when to come back and keeps cart and form', async () => {
    for (let orders = 0; orders < 5; orders++) {
      await fill()
      expect((await checkOut({ idempotencyKey: randomUUID() }, { json: true })).status).toBe(200)
    }
    await givenProduct({ sku: 'LAMP2', name: 'Lamp', price: 4_800 })
    await answerCartForm(post('/cart/add', { sku: 'LAMP2', quantity: '1' }), 'add')
    const answer = await checkOut({ idempotencyKey: randomUUID() }, { json: true })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60)
    const back = await cameBack(await checkOut({ idempotencyKey: randomUUID() }))
    expect(back.refusal?.message).toMatch(/not been charged; your cart is kept\. Please try again in \d+ minutes\.$/)
    expect(back.values).toMatchObject({ city: 'Hamburg' })
    expect((await cartNow()).lines).toMatchObject([{ sku: 'LAMP2', quantity: 1 }])
  })

  it('is refused without a cart', async () => {
    const answer = await checkOut({}, { json: true })
    expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ code: 'cart_empty' })])
  })
})

describe('the tracking form', () => {
  const placed = async () => {
    await fill()
    const [, location] = outcome(await checkOut())
    return { location, order: await readOrder(location?.split('/').at(-1) ?? '') }
  }

  it('redirects to the order, however number and e-mail are written', async () => {
    const { location, order } = await placed()
    const number = ` ${order?.number.toLowerCase().replace('-', ' ')} `
    expect(outcome(await track({ number, email: 'INES.Halvorsen@example.com' }))).toEqual([303, location])
  })

  it('does not reveal whether the number or the address is wrong', async () => {
    const { order } = await placed()
    const wrong = await cameBack(await track({ number: order?.number ?? '', email: 'mara@example.com' }))
    const unknown = await cameBack(await track({ number: '999999', email: typed.email }))
    expect(wrong.refusal?.message).toBe(unknown.refusal?.message)
    expect(wrong.values).toEqual({ number: order?.number, email: 'mara@example.com' })
  })

  it('is limited against guessing', async () => {
    for (let tries = 0; tries < 10; tries++) await track({ number: `2000${tries}`, email: typed.email })
    const { refusal } = await cameBack(await track({ number: '20011', email: typed.email }))
    expect(refusal?.message).toContain('Too many tries')
    const answer = await track({ number: '20012', email: typed.email }, { json: true })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it.each([{ number: 'NX' }, { number: '$ne' }, { number: '1e9' }, { email: 'x' }, {}])(
    'is refused for %j',
    async (fields) => {
      const { refusal } = await cameBack(await track({ number: '20417', email: typed.email, ...fields }))
      expect(refusal).toBeDefined()
    },
  )

  it('finds no order by a malformed id', async () => {
    for (const id of ['nonsense', '', "' OR 1=1", '00000000-0000-4000-8000-000000000000'])
      expect(await readOrder(id)).toBeNull()
  })
})
