import { expect, it } from 'vitest'
import { isUnavailable } from '@/lib/errors'
import { postgres, transaction } from './postgres'

it('a statement is stopped after 15 seconds, and counts as an outage, not as a bug', async () => {
  expect(await postgres().$queryRaw`SHOW statement_timeout`).toEqual([{ statement_timeout: '15s' }])
  const error = await transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = 20`
    await tx.$queryRaw`SELECT pg_sleep(1)::text`
  }).catch((caught: unknown) => caught)
  expect(isUnavailable(error)).toBe(true)
})
