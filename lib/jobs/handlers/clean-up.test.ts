import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { jobsIn, openStore } from '@/lib/services/testing/fixtures'
import { prepareJobs } from '../prepare'
import { cleanUp } from './clean-up'

beforeEach(async () => {
  await prepareJobs()
  await openStore()
})

describe('the daily clean-up', () => {
  it('has every page rendered anew, for days pass without anybody changing a product', async () => {
    await cleanUp({ isNewDay: true }, new Date('2026-11-25T09:00:00Z'))
    expect(await jobsIn('catalogue.changed')).toMatchObject([
      { everything: true, home: true, since: '2026-11-25T09:00:00.000Z' },
    ])
  })

  it('comes again just after midnight by the clock of the shop', async () => {
    await cleanUp({}, new Date('2026-11-25T09:00:00Z'))
    const [next, ...more] = await postgres().$queryRaw<{ data: unknown; start_after: Date }[]>`
      SELECT data, start_after FROM pgboss.job WHERE name = 'clean-up' AND state = 'created'`
    expect(next?.start_after.toISOString()).toBe('2026-11-25T23:01:00.000Z')
    expect(next?.data).toEqual({ isNewDay: true })
    expect(more).toEqual([])
    expect(await jobsIn('catalogue.changed')).toEqual([])
  })
})
