import { type Settings, settingsSchema } from '@/lib/contracts/settings'
import { postgres } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'

type Key = keyof Settings

/**
 * Returns all settings. Throws `unavailable` if one is missing or malformed, because nothing can be sold without it.
 */
export async function getSettings(): Promise<Settings> {
  const settings = await readSettings()
  const complete = settingsSchema.safeParse(settings)
  if (complete.success) return complete.data
  throw notSetUp(complete.error.issues.map(({ path }) => String(path[0])))
}

/** Returns one setting, regardless of the others. Throws `unavailable` if it is missing or malformed. */
export async function getSetting<K extends Key>(key: K): Promise<Settings[K]> {
  const value = (await readSettings())[key]
  if (value === undefined) throw notSetUp([key])
  return value
}

/** Returns the valid settings. Each row is parsed separately; malformed ones are logged by name. */
export async function readSettings(): Promise<Partial<Settings>> {
  const rows = await postgres().setting.findMany()
  const parsed = rows.flatMap(({ key, value }) => {
    if (!isKey(key)) return [] // ignore settings of a newer release
    const result = settingsSchema.shape[key].safeParse(value)
    if (result.success) return [[key, result.data]]
    console.error(`[settings] The setting "${key}" is malformed: ${result.error.issues.map(describe).join('; ')}`)
    return []
  })
  return settingsSchema.partial().parse(Object.fromEntries(parsed))
}

const isKey = (key: string): key is Key => Object.hasOwn(settingsSchema.shape, key)
const describe = ({ path, message }: { path: PropertyKey[]; message: string }) =>
  [path.join('.'), message].filter(Boolean).join(': ')

const notSetUp = (keys: string[]) =>
  new DomainError('unavailable', 'The shop is not set up yet. Please come back later.', undefined, {
    cause: new Error(`Settings missing or malformed in Postgres (npm run seed writes them): ${keys.join(', ')}`),
  })
