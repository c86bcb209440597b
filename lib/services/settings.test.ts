import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { postgres } from '@/lib/db/postgres'
import { getSettings } from './settings'
import { openStore } from './testing/fixtures'

beforeEach(() => openStore())

describe('the settings', () => {
  it('are what was written', async () => {
    expect(await getSettings()).toEqual(DEMO_SETTINGS)
  })

  it('that are missing or wrong make the shop unavailable, and the cause names them', async () => {
    await postgres().setting.delete({ where: { key: 'bank' } })
    await postgres().setting.update({ where: { key: 'currency' }, data: { value: 'XXX' } })
    const error = await getSettings().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'unavailable', cause: { message: expect.stringMatching(/currency.*bank/) } })
  })
})
