import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores } from '../testing/fixtures'
import { type Auditor, audit, entriesAbout, ON_THE_SERVER } from './audit'
import { sealDays, verifySeals } from './seals'

const actor: Auditor = { via: 'office', userId: randomUUID(), sessionId: randomUUID() }

beforeEach(() => emptyStores())

const rename = (id = randomUUID()) =>
  transaction((tx) =>
    audit(tx, {
      actor,
      action: 'staff.saveRole',
      subject: { noun: 'role', id },
      before: { name: 'Support', permissions: ['orders:read'] },
      after: { name: 'Help', permissions: ['orders:read'] },
    }),
  )

describe('the audit log', () => {
  it('contains who did what to which thing, and only the fields that changed', async () => {
    const id = randomUUID()
    await rename(id)
    expect(await entriesAbout('role', id)).toMatchObject([
      { ...actor, action: 'staff.saveRole', count: 1, before: { name: 'Support' }, after: { name: 'Help' } },
    ])
  })

  it('contains no personal values', async () => {
    const subject = { noun: 'customer', id: randomUUID(), count: 40 }
    const [before, after] = [{ email: 'ines@example.com' }, { email: 'new@example.com' }]
    await transaction((tx) => audit(tx, { actor: ON_THE_SERVER, action: 'customers.change', subject, before, after }))
    const [entry] = await entriesAbout('customer', subject.id)
    expect(entry).toMatchObject({ count: 40, userId: null, via: 'command' })
    expect(JSON.stringify(entry)).not.toContain('example.com')
  })

  it('loses an entry if the change itself is rolled back', async () => {
    const id = randomUUID()
    const failing = transaction(async (tx) => {
      await audit(tx, { actor, action: 'x.y', subject: { noun: 'role', id }, before: null, after: {} })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await entriesAbout('role', id)).toEqual([])
  })

  it('cannot be edited, and neither can its seals', async () => {
    await rename()
    await sealDays(inDays(2))
    await expect(postgres().auditEntry.updateMany({ data: { action: 'x' } })).rejects.toThrow()
    await expect(postgres().auditEntry.deleteMany()).rejects.toThrow()
    await expect(postgres().auditSeal.updateMany({ data: { entries: 9 } })).rejects.toThrow()
    await expect(postgres().auditSeal.deleteMany()).rejects.toThrow()
  })
})

const THIS_DAY = Math.floor(Date.now() / 86_400_000) * 86_400_000
const inDays = (days: number) => new Date(THIS_DAY + days * 86_400_000 + 20 * 60_000)
const nameOf = (days: number) => inDays(days).toISOString().slice(0, 10)

/** Adds entries at noon of the days before today that are given as numbers. */
async function entriesOn(...days: number[]): Promise<void> {
  await postgres().auditEntry.createMany({
    data: days.map((day) => ({
      ...{ via: 'office', action: 'orders.cancel', noun: 'order', subject: 'NX-1' },
      ...{ at: new Date(Number(inDays(day)) + 43_200_000), after: { b: 1, a: { d: 1, c: 2 } } },
    })),
  })
}

/** Runs SQL as somebody who can switch the triggers off. */
async function tamper(table: 'AuditEntry' | 'AuditSeal', sql: string): Promise<void> {
  await postgres().$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  await postgres().$executeRawUnsafe(sql)
  await postgres().$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
}

describe('a sealed log', () => {
  beforeEach(async () => {
    await entriesOn(-4, -4, -2, -1)
    expect(await sealDays(inDays(0))).toBe(4)
  })

  it('is whole if nobody touched it, and is sealed once', async () => {
    expect(await sealDays(inDays(0))).toBe(0)
    expect(await verifySeals()).toEqual([])
    const seals = await postgres().auditSeal.findMany({ orderBy: { day: 'asc' } })
    expect(seals.map(({ entries }) => entries)).toEqual([2, 0, 1, 1])
  })

  it('names the day of an entry that was edited', async () => {
    await tamper(
      'AuditEntry',
      `UPDATE "AuditEntry" SET after = '{"a":{"c":3,"d":1},"b":1}' WHERE id = (SELECT max(id) - 1 FROM "AuditEntry")`,
    )
    expect(await verifySeals()).toEqual([{ day: nameOf(-2), fault: 'changed' }])
  })

  it('names the day of an entry that is missing', async () => {
    await tamper('AuditEntry', `DELETE FROM "AuditEntry" WHERE id = (SELECT min(id) FROM "AuditEntry")`)
    expect(await verifySeals()).toEqual([{ day: nameOf(-4), fault: 'changed' }])
  })

  it('names the day to which an entry was added later, also one without entries', async () => {
    await entriesOn(-3)
    expect(await verifySeals()).toEqual([{ day: nameOf(-3), fault: 'changed' }])
  })

  it('names the day whose seal is gone, and the one that builds on it', async () => {
    await tamper('AuditSeal', `DELETE FROM "AuditSeal" WHERE day = '${nameOf(-3)}'`)
    expect(await verifySeals()).toEqual([
      { day: nameOf(-3), fault: 'seal missing' },
      { day: nameOf(-2), fault: 'changed' },
    ])
    expect(await sealDays(inDays(0))).toBe(0)
  })

  it('is sealed by several workers at once without doubles', async () => {
    await entriesOn(0)
    const sealed = await Promise.all([sealDays(inDays(1)), sealDays(inDays(1)), sealDays(inDays(1))])
    expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await verifySeals()).toEqual([])
  })
})

it('a day is not sealed before its last transactions have ended', async () => {
  await entriesOn(-1)
  expect(await sealDays(new Date(THIS_DAY + 14 * 60_000))).toBe(0)
  expect(await sealDays(new Date(THIS_DAY + 16 * 60_000))).toBe(1)
})
