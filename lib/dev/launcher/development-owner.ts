import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreContext } from './store'

const EMAIL = 'owner@nexus.example'
const NAME = 'Olive Owner'

/**
 * Makes sure that the embedded store of a developer has an owner, whose generated password is kept in a file that only
 * its user can read. Returns what to print about the owner; null if the store has owners of its own, or if its database
 * was given.
 */
export async function developmentOwner({ settings, shutdown }: StoreContext): Promise<string | null> {
  if (settings.databaseUrl) return null
  const file = join(settings.dataDirectory, 'owner.txt')
  const [{ createDevelopmentOwner }, { closePostgres }] = await Promise.all([
    import('@/lib/services/staff/owners'),
    import('@/lib/db/postgres'),
  ])
  shutdown.add(closePostgres)
  const password = await createDevelopmentOwner(EMAIL, NAME)
  if (password === null) return existsSync(file) ? `${EMAIL}, password in ${file}` : null
  keepOwner(file, `${EMAIL}\n${password}\n`)
  return `${EMAIL}, password ${password} (kept in ${file})`
}

/** Writes a file that only its user can read, also if there is one with other rights already. */
export function keepOwner(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true })
  if (existsSync(file)) chmodSync(file, 0o600)
  writeFileSync(file, text, { mode: 0o600 })
}
