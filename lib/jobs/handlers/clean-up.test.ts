import { beforeEach, describe, expect, it } from 'vitest'
import { tags } from '@/lib/cache'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, loggedExpiries } from '@/lib/services/testing/fixtures'
import { prepareJobs } from '../prepare'
import { cleanUp } from './clean-up'

beforeEach(async () => {
  await prepareJobs()
  await emptyStores()
})

describe('the clean-up', () => {
  it('has every page rendered anew, for days pass without anybody changing a product', async () => {
    await cleanUp({ isNewDay: true }, new Date('2026-11-25T09:00:00Z'))
    expect((await loggedExpiries()).map((entry) => entry.tags)).toEqual([[tags.everything]])
  })

  it.each([
    ['each hour', '2026-11-25T09:00:00Z', '2026-11-25T10:00:00.000Z', false],
    ['before the day ends', '2026-11-25T21:59:59Z', '2026-11-25T22:59:59.000Z', false],
    ['just after midnight by the clock of the shop', '2026-11-25T22:00:30Z', '2026-11-25T23:01:00.000Z', true],
  ])('comes again %s', async (_, now, next, isNewDay) => {
    await cleanUp({}, new Date(now))
    const waiting = await postgres().$queryRaw<{ data: unknown; start_after: Date }[]>`
      SELECT data, start_after FROM pgboss.job WHERE name = 'clean-up' AND state = 'created'`
    expect(waiting.map(({ data, start_after }) => [data, start_after.toISOString()])).toEqual([[{ isNewDay }, next]])
    expect(await loggedExpiries()).toEqual([])
  })
})
