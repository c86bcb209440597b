import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { readDevMail } from '@/lib/mail/dev-mailbox'
import { submitWithdrawal } from '@/lib/services/orders/withdrawals'
import { emptyStores } from '@/lib/services/testing/fixtures'
import { tellOfWithdrawal } from './handlers/withdrawal'

let withdrawalId: string

beforeEach(async () => {
  await emptyStores()
  withdrawalId = await givenWithdrawal()
})

async function givenWithdrawal(): Promise<string> {
  const idempotencyKey = randomUUID()
  const statement = { name: 'Ines', order: 'NX-20388', email: 'ines@example.com', part: '', idempotencyKey }
  await submitWithdrawal(statement, '192.0.2.1')
  return (await postgres().withdrawal.findFirstOrThrow({ orderBy: { number: 'desc' } })).id
}

describe('the mails of a withdrawal', () => {
  it('acknowledge it to the address that was stated, and note that they did', async () => {
    await tellOfWithdrawal({ withdrawalId, to: 'consumer' })
    expect(await readDevMail(`withdrawal-${withdrawalId}`)).toMatchObject({ to: 'ines@example.com' })
    expect(await postgres().withdrawal.findFirst()).toMatchObject({ acknowledgedAt: expect.any(Date) })
  })

  it('tell staff of it, at the address in SHOP_EMAIL, else at the sender’s own', async () => {
    await tellOfWithdrawal({ withdrawalId, to: 'shop' })
    expect(await readDevMail(`withdrawal-for-shop-${withdrawalId}`)).toMatchObject({
      to: 'Nexus <shop@nexus.example>',
      subject: expect.stringContaining('no order found'),
    })
    vi.resetModules()
    vi.stubEnv('SHOP_EMAIL', 'office@nexus.example')
    const next = await givenWithdrawal()
    await (await import('./handlers/withdrawal')).tellOfWithdrawal({ withdrawalId: next, to: 'shop' })
    expect(await readDevMail(`withdrawal-for-shop-${next}`)).toMatchObject({ to: 'office@nexus.example' })
    vi.unstubAllEnvs()
  })

  it('are held back for an address that had five within a day, of which staff hear', async () => {
    for (let i = 0; i < 5; i++) withdrawalId = await givenWithdrawal()
    await tellOfWithdrawal({ withdrawalId, to: 'consumer' })
    await tellOfWithdrawal({ withdrawalId, to: 'shop' })
    expect(await readDevMail(`withdrawal-${withdrawalId}`)).toBeNull()
    expect(await readDevMail(`withdrawal-for-shop-${withdrawalId}`)).toMatchObject({
      text: expect.stringContaining('NOT acknowledged'),
    })
    expect(await postgres().withdrawal.count({ where: { acknowledgedAt: { not: null } } })).toBe(0)
  })
})
