import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, canReach, postgresAccount } from './account'

const OWNER_FILE = 'belongs-to'

export type PostgresHome = {
  directory: string
  account: Account | null
  /** Whether the folder is outside the data folder. */
  isOutside: boolean
}

/**
 * Returns the folder for Postgres's data and the account that runs the server. The folder is inside the data folder,
 * unless that account cannot enter it (as in root's home). Then it is a folder in a system directory that belongs to
 * this store only.
 */
export function findHome(dataDirectory: string, known?: string): PostgresHome {
  const store = realpathSync(dataDirectory)
  const inside = join(store, 'postgres')
  const account = postgresAccount(inside)
  if (known && existsSync(known)) return { directory: known, account: postgresAccount(known), isOutside: true }
  if (canReach(account, store)) return { directory: inside, account, isOutside: false }
  return { directory: join(outsidePlace(store, account), shortHash(store)), account, isOutside: true }
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

function outsidePlace(store: string, account: Account | null): string {
  for (const place of ['/var/lib/nexus', '/var/tmp/nexus', join(tmpdir(), 'nexus')]) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o711 })
      if (lstatSync(place).uid === 0 && canReach(account, realpathSync(place))) return place
    } catch {} // read-only, so try the next one
  }
  throw new Error(
    `Postgres may not run as root, and its own user cannot enter ${store}. Choose another folder with NEXUS_DATA.`,
  )
}

/**
 * Creates the folder, or throws if it belongs to another store: a copied data folder must not use the database of the
 * original.
 */
export function claimHome({ directory, account, isOutside }: PostgresHome, dataDirectory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (account) chownSync(directory, account.uid, account.gid)
  if (!isOutside) return
  const store = realpathSync(dataDirectory)
  const owner = ownerOf(directory)
  if (owner && owner !== store && existsSync(join(owner, 'state.json')))
    throw new Error(
      `${store} is a copy: its Postgres data belong to ${owner}. npm run reset begins a store of its own.`,
    )
  writeFileSync(join(directory, OWNER_FILE), store)
}

function ownerOf(home: string): string | null {
  const file = join(home, OWNER_FILE)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Deletes Postgres's folder outside the data folder, if it belongs to this store. */
export function removeOutsideHome(home: string, dataDirectory: string): void {
  if (ownerOf(home) === realpathSync(dataDirectory)) rmSync(home, { recursive: true, force: true })
}
