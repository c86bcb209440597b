import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { placeOrder } from '../../checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput, jobsIn } from '../../testing/fixtures'
import { browser, createPerson, signIn } from '../../testing/people'
import { addAddress } from '../addresses'
import { anonymizeOrders, deletePlanned, planDeletion } from './deletion'
import { cleanUpExports, lastExport, makeExport, readExport, requestExport } from './export'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const email = 'ines@example.com'
let ines: string
let orderId: string

beforeEach(async () => {
  await emptyStores()
  ines = await createPerson({ email })
  await givenProduct({ sku: 'LAMP', price: 6_000 })
  const input = guestInput(6_000, { email })
  orderId = (await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), userId: ines, input })).id
  await addAddress({ userId: ines, address: input.address, isDefault: true, isInvoiceDefault: false })
})

describe('an export', () => {
  it('has everything of the person and nothing that opens the account, for a day and for its owner', async () => {
    const { token } = await signIn(ines)
    await requestExport(ines)
    const id = (await lastExport(ines))!.id
    expect(await lastExport(ines)).toMatchObject({ ready: null })
    expect(await readExport(ines, id)).toBeNull()
    await makeExport(id)
    const text = (await readExport(ines, id))!
    const { orders, addresses, signIns } = JSON.parse(text)
    expect(orders).toMatchObject([{ email, items: [{ sku: 'LAMP' }], shippingAddress: { city: 'Hamburg' } }])
    expect([addresses.length, signIns.length]).toEqual([1, 1])
    for (const secret of [token, 'argon2', 'tokenHash', 'idempotencyKey']) expect(text).not.toContain(secret)
    expect(await jobsIn('mail.account-notice')).toContainEqual(expect.objectContaining({ notice: 'export_ready' }))
    const mara = await createPerson({ email: 'mara@example.com' })
    expect(await readExport(mara, id)).toBeNull()
    expect(await readExport(ines, id, inDays(1.01))).toBeNull()
    expect(await cleanUpExports(inDays(1.01))).toBe(1)
  })

  it('is made once a day, also if it is asked for ten times at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => requestExport(ines)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await jobsIn('customers.export')).toHaveLength(1)
  })
})

describe('the deletion of an account', () => {
  it('happens after seven days, although an order is on its way', async () => {
    await signIn(ines)
    await planDeletion(ines, browser())
    expect(await postgres().session.count()).toBe(0)
    expect(await jobsIn('mail.account-notice')).toContainEqual(expect.objectContaining({ notice: 'deletion_planned' }))
    expect(await deletePlanned(inDays(6.9))).toBe(0)
    expect(await deletePlanned(inDays(7.1))).toBe(1)
    expect(await postgres().user.count()).toBe(0)
    expect(await postgres().address.count()).toBe(0)
    expect(await postgres().cart.count({ where: { userId: ines } })).toBe(0)
    expect(await jobsIn('mail.account-deleted')).toMatchObject([{ to: email }])
    const order = await postgres().order.findUniqueOrThrow({ where: { id: orderId } })
    expect(order).toMatchObject({ userId: null, email, ownerGoneAt: expect.any(Date) })
  })

  it('is stopped by a sign-in', async () => {
    await planDeletion(ines, browser())
    await signIn(ines)
    expect(await deletePlanned(inDays(8))).toBe(0)
    expect(await postgres().user.count()).toBe(1)
  })

  it('leaves orders with name and address until they are closed, and the retention is over', async () => {
    await planDeletion(ines, browser())
    await deletePlanned(inDays(7.1))
    await postgres().setting.upsert({
      where: { key: 'retention' },
      create: { key: 'retention', value: { orderYears: 2 } },
      update: { value: { orderYears: 2 } },
    })
    const years = (count: number) => inDays(count * 366)
    expect(await anonymizeOrders(years(3))).toBe(0) // still pending
    await postgres().$executeRaw`UPDATE "Order" SET status = 'DELIVERED'`
    expect(await anonymizeOrders(years(1))).toBe(0)
    expect(await anonymizeOrders(years(3))).toBe(1)
    const order = await postgres().order.findUniqueOrThrow({ where: { id: orderId } })
    expect(JSON.stringify(order)).not.toMatch(/ines|halvorsen|lange reihe/i)
    expect(order.shippingAddress).toEqual({ country: 'DE' })
    expect(await anonymizeOrders(years(3))).toBe(0)
  })

  it('never takes names from orders of others', async () => {
    await postgres().$executeRaw`UPDATE "Order" SET status = 'DELIVERED'`
    expect(await anonymizeOrders(inDays(10_000))).toBe(0)
  })
})
