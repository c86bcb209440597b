import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { postgres } from '@/lib/db/postgres'
import { getSetting, getSettings, readSettings } from './settings'
import { emptyStores } from './testing/fixtures'

const log = vi.spyOn(console, 'error').mockImplementation(() => {})

beforeEach(() => emptyStores())
afterEach(() => log.mockClear())

const set = (key: string, value: string) => postgres().setting.update({ where: { key }, data: { value } })

describe('the settings', () => {
  it('are returned as stored', async () => {
    expect(await getSettings()).toEqual(DEMO_SETTINGS)
  })

  it('make the shop unavailable if missing or malformed, and the cause names them', async () => {
    await postgres().setting.delete({ where: { key: 'bank' } })
    await set('currency', 'XXX')
    const error = await getSettings().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'unavailable', cause: { message: expect.stringMatching(/currency.*bank/) } })
  })

  it('are parsed row by row: a malformed one is logged by name and leaves the others usable', async () => {
    await set('delivery', 'free')
    const { delivery, ...others } = DEMO_SETTINGS
    expect(delivery).toBeDefined()
    expect(await readSettings()).toEqual(others)
    expect(await getSetting('bank')).toEqual(DEMO_SETTINGS.bank)
    await expect(getSetting('delivery')).rejects.toMatchObject({ code: 'unavailable' })
    expect(log.mock.calls[0]?.[0]).toContain('The setting "delivery" is malformed')
  })

  it('unknown to this release are ignored', async () => {
    await postgres().setting.create({ data: { key: 'of-a-newer-release', value: 1 } })
    expect(await getSettings()).toEqual(DEMO_SETTINGS)
    expect(log).not.toHaveBeenCalled()
  })
})
