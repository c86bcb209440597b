import { type Settings, settingsSchema } from '@/lib/contracts/settings'
import { postgres } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'

/** What the merchant has set. A store without settings sells nothing: `unavailable`. */
export async function getSettings(): Promise<Settings> {
  const rows = await postgres().setting.findMany()
  const result = settingsSchema.safeParse(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
  if (result.success) return result.data
  const keys = [...new Set(result.error.issues.map(({ path }) => String(path[0])))]
  throw new DomainError('unavailable', 'The shop is not set up yet. Please come back later.', undefined, {
    cause: new Error(`Settings missing or wrong in Postgres (npm run seed writes them): ${keys.join(', ')}`),
  })
}
