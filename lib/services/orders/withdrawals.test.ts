import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { withdrawalSchema } from '@/lib/contracts/withdrawal'
import { postgres } from '@/lib/db/postgres'
import { placeOrder } from '../checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput, jobsIn } from '../testing/fixtures'
import { getOrder } from './orders'
import { matchWithdrawal, submitWithdrawal } from './withdrawals'

const ADDRESS = '192.0.2.1'
let order: { id: string; number: string }

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 6_000, onHand: 99 })
  order = await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input: guestInput(6_000) })
})

const statement = (changes: Partial<Record<'name' | 'order' | 'email' | 'part' | 'idempotencyKey', string>> = {}) =>
  withdrawalSchema.parse({
    name: 'Ines Halvorsen',
    order: order.number,
    email: 'INES.Halvorsen@example.com',
    idempotencyKey: randomUUID(),
    ...changes,
  })
const withdraw = (changes?: Parameters<typeof statement>[0]) => submitWithdrawal(statement(changes), ADDRESS)

/** Matches the latest withdrawal with its order, and returns the data for its e-mails. */
async function matched() {
  const { id } = await postgres().withdrawal.findFirstOrThrow({ orderBy: { number: 'desc' } })
  return matchWithdrawal(id)
}

async function deliver(createdAt: Date) {
  await postgres().orderEvent.create({ data: { orderId: order.id, type: 'DELIVERED', actor: 'carrier', createdAt } })
}
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

describe('a withdrawal', () => {
  it('is recorded with its time of arrival, and sends two mails', async () => {
    const receipt = await withdraw({ part: 'Only the lamp' })
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^W-\d{4}-\d{6}$/),
      name: 'Ines Halvorsen',
      order: order.number,
      part: 'Only the lamp',
    })
    expect(Date.now() - Date.parse(receipt.submittedAt)).toBeLessThan(60_000)
    const { id } = await postgres().withdrawal.findFirstOrThrow()
    const jobs = await jobsIn('mail.withdrawal')
    expect(jobs).toHaveLength(2)
    expect(jobs).toEqual(
      expect.arrayContaining([
        { withdrawalId: id, to: 'consumer' },
        { withdrawalId: id, to: 'shop' },
      ]),
    )
  })

  it('of an order that does not exist gets the same answer', async () => {
    const found = await withdraw()
    const unknown = await withdraw({ order: 'NX-99999', email: 'nobody@example.com' })
    expect(Object.keys(unknown)).toEqual(Object.keys(found))
    expect(await postgres().withdrawal.count()).toBe(2)
  })

  it('sent twice with the same key is recorded once, even concurrently', async () => {
    const twice = statement()
    const receipts = await Promise.all([1, 2, 3].map(() => submitWithdrawal(twice, ADDRESS)))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
    expect(await postgres().withdrawal.count()).toBe(1)
    expect(await jobsIn('mail.withdrawal')).toHaveLength(2)
  })

  it('with the key of an earlier one but other content is a withdrawal of its own', async () => {
    const first = statement({ part: 'Only the lamp' })
    const receipt = await submitWithdrawal(first, ADDRESS)
    const changed = await submitWithdrawal({ ...first, part: '' }, ADDRESS)
    expect(changed).toMatchObject({ part: '' })
    expect(changed.number).not.toBe(receipt.number)
    expect(await postgres().withdrawal.count()).toBe(2)
  })

  it('is shown on the page of its order once it is matched', async () => {
    const { number, submittedAt } = await withdraw({ part: 'Only the lamp' })
    await withdraw({ order: 'NX-99999' })
    expect((await getOrder(order.id))?.withdrawals).toEqual([])
    for (const { id } of await postgres().withdrawal.findMany()) await matchWithdrawal(id)
    expect((await getOrder(order.id))?.withdrawals).toEqual([{ number, at: submittedAt, part: 'Only the lamp' }])
  })

  it('is stored as it was sent, and cannot be changed', async () => {
    await withdraw()
    for (const change of [`name = 'Somebody'`, `"submittedAt" = now()`, `"order" = ''`])
      await expect(postgres().$executeRawUnsafe(`UPDATE "Withdrawal" SET ${change}`)).rejects.toThrow(/never changed/)
  })

  it('is rate-limited for an address that sends hundreds, and for no other', async () => {
    for (let i = 0; i < 60; i++) await withdraw({ order: 'x' })
    await expect(withdraw()).rejects.toMatchObject({ code: 'too_many_requests' })
    expect(await submitWithdrawal(statement(), '192.0.2.2')).toMatchObject({ order: order.number })
  })
})

describe('a recorded withdrawal', () => {
  it('is matched with its order by number and e-mail address, in any case', async () => {
    await withdraw({ order: `my order ${order.number.toLowerCase()} of last week` })
    expect(await matched()).toMatchObject({ match: { orderId: order.id, number: order.number, isLate: false } })
    expect(await postgres().withdrawal.findFirst()).toMatchObject({ orderId: order.id, isLate: false })
  })

  it.each([
    ['another address', { email: 'somebody@example.com' }],
    ['another number', { order: 'NX-99999' }],
    ['no number', { order: 'The lamp' }],
  ])('is not matched by %s', async (_, changes) => {
    await withdraw(changes)
    expect(await matched()).toMatchObject({ match: null })
  })

  it('is in time on the last day, whatever the hour', async () => {
    await deliver(daysAgo(13))
    await withdraw()
    expect(await matched()).toMatchObject({ match: { isLate: false, lastDay: expect.any(String) } })
  })

  it('is flagged if it is late', async () => {
    await deliver(daysAgo(18))
    await withdraw()
    expect(await matched()).toMatchObject({ match: { isLate: true } })
    expect(await postgres().withdrawal.findFirst()).toMatchObject({ orderId: order.id, isLate: true })
  })

  it('sends no more than five mails a day to an address, but is always recorded', async () => {
    for (let i = 0; i < 5; i++) await withdraw()
    expect(await matched()).toMatchObject({ isMailHeldBack: false })
    await withdraw()
    expect(await matched()).toMatchObject({ isMailHeldBack: true })
  })
})
