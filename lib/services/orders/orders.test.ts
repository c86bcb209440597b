import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeMongo, products } from '@/lib/db/mongo'
import { closePostgres, postgres } from '@/lib/db/postgres'
import { placeOrder } from '../checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput } from '../testing/fixtures'
import { getOrder, trackOrder } from './orders'

beforeEach(() => emptyStores())

async function givenOrder(): Promise<{ id: string; number: number }> {
  const { id, number } = await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input: guestInput(6_000) })
  return { id, number: Number(number.slice('NX-'.length)) }
}

describe('an order', () => {
  it('stays as it was placed, whatever happens to the product', async () => {
    await givenProduct({ sku: 'LAMP', name: 'Filament lamp', price: 6_000 })
    const { id } = await givenOrder()
    await products().updateOne(
      { slug: 'lamp' },
      { $set: { name: 'Lamp 2', 'variants.0.price': 1, status: 'archived' } },
    )
    expect((await getOrder(id))?.items).toMatchObject([{ slug: null, name: 'Filament lamp', unitPrice: 6_000 }])
    await products().deleteOne({ slug: 'lamp' })
    expect((await getOrder(id))?.items).toMatchObject([{ slug: null, name: 'Filament lamp', unitPrice: 6_000 }])
  })

  it('opens and can be tracked even if today’s form would refuse its address', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const { id, number } = await givenOrder()
    const before = { firstName: 'Ines', lastName: 'H', street: 'X\u2028Y', postcode: '2009', city: '', country: 'CH' }
    await postgres().order.update({ where: { id }, data: { shippingAddress: before, email: '"in es"@localhost' } })
    expect(await getOrder(id)).toMatchObject({ address: before, email: '"in es"@localhost' })
    expect(await trackOrder({ number, email: '"In Es"@LOCALHOST', visitor: '192.0.2.1' })).toBe(id)
    await postgres().order.update({ where: { id }, data: { shippingAddress: {} } })
    expect((await getOrder(id))?.address).toMatchObject({ firstName: '', country: '' })
  })

  it('that does not exist is null, whatever the id', async () => {
    for (const id of [randomUUID(), '', 'NX-20417', '1; DROP TABLE', 'x'.repeat(10_000)])
      expect(await getOrder(id)).toBeNull()
  })
})

describe('while the catalogue is unavailable', () => {
  afterEach(async () => {
    await Promise.all([closeMongo(), closePostgres()])
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('an order is still shown, without links to its products', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const { id } = await givenOrder()
    await Promise.all([closeMongo(), closePostgres()])
    vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')
    vi.resetModules()
    const orders = await import('./orders')
    expect(await orders.getOrder(id)).toMatchObject({ items: [{ slug: null, unitPrice: 6_000 }] })
    expect(await orders.orderExists(id)).toBe(true)
    expect(await orders.orderExists(randomUUID())).toBe(false)
    expect(await orders.orderExists('NX-20417')).toBe(false)
  })
})

describe('tracking an order', () => {
  beforeEach(() => givenProduct({ sku: 'LAMP', price: 6_000, onHand: 99 }))

  it('needs its number and e-mail address, in any case', async () => {
    const { id, number } = await givenOrder()
    const track = (email: string, of = number) => trackOrder({ number: of, email, visitor: '192.0.2.1' })
    expect(await track('ines.halvorsen@EXAMPLE.com')).toBe(id)
    expect(await track('somebody@example.com')).toBeNull()
    expect(await track('ines.halvorsen@example.com', number + 1)).toBeNull()
  })

  it('matches an internationalised address in any spelling', async () => {
    const input = guestInput(6_000, { email: 'Jürgen@müller-beispiel.example' })
    const { id, number } = await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input })
    for (const email of ['JU\u0308RGEN@MÜLLER-beispiel.example', 'jürgen@xn--mller-beispiel-gsb.example'])
      expect(await trackOrder({ number: Number(number.slice(3)), email, visitor: '192.0.2.1' })).toBe(id)
  })

  it('is limited for a visitor who guesses numbers, and not for others', async () => {
    const guess = (number: number, visitor: string) => trackOrder({ number, email: `${visitor}@example.com`, visitor })
    for (let i = 0; i < 10; i++) expect(await guess(30_000 + i, '192.0.2.1')).toBeNull()
    await expect(guess(30_010, '192.0.2.1')).rejects.toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterSeconds: expect.any(Number) },
    })
    expect(await guess(30_011, '192.0.2.2')).toBeNull()
  })

  it('stays available to its owner, however often one stranger guesses', async () => {
    const { id, number } = await givenOrder()
    const owner = 'ines.halvorsen@example.com'
    const stranger = '198.51.100.1'
    for (let i = 0; i < 12; i++) {
      await trackOrder({ number, email: `guess${i}@example.com`, visitor: stranger }).catch(() => {})
      await trackOrder({ number: 40_000 + i, email: owner, visitor: stranger }).catch(() => {})
    }
    expect(await trackOrder({ number, email: owner, visitor: '192.0.2.1' })).toBe(id)
  })

  it.each([
    ['the address of one order', (i: number) => ({ number: 20_417, email: `guess${i}@example.com` })],
    ['the number of one address', (i: number) => ({ number: 40_000 + i, email: 'A@example.com' })],
  ])('is slowed down for hundreds of networks that guess %s together', async (_, guess) => {
    const from = (i: number) => trackOrder({ ...guess(i), visitor: `192.0.2.${i}` })
    for (let start = 0; start < 200; start += 20)
      await Promise.all(Array.from({ length: 20 }, (_, offset) => from(start + offset)))
    await expect(from(201)).rejects.toMatchObject({
      code: 'too_many_requests',
      message: expect.stringContaining('link in the e-mail'),
    })
  })

  it('never counts a correct attempt as a guess', async () => {
    const { id, number } = await givenOrder()
    for (let i = 0; i < 15; i++)
      expect(await trackOrder({ number, email: 'ines.halvorsen@example.com', visitor: `192.0.2.${i}` })).toBe(id)
  })
})
