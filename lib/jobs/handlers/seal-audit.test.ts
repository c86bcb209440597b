import { beforeEach, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { audit, ON_THE_SERVER } from '@/lib/services/audit/audit'
import { emptyStores, jobsIn } from '@/lib/services/testing/fixtures'
import { sealAudit } from './seal-audit'

beforeEach(() => emptyStores())

it('seals the day that is over, every night', async () => {
  const change = { action: 'x.y', subject: { noun: 'role', id: null }, before: null, after: {} }
  await transaction((tx) => audit(tx, { actor: ON_THE_SERVER, ...change }))
  await sealAudit()
  expect(await postgres().auditSeal.count()).toBe(0)
  const tomorrow = new Date(Date.now() + 86_400_000 + 16 * 60_000)
  await sealAudit(tomorrow)
  expect(await postgres().auditSeal.findMany()).toMatchObject([{ entries: 1 }])
  expect(await jobsIn('audit.seal')).toHaveLength(1)
})
