import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Account = { uid: number; gid: number }

/**
 * Returns the account under which Postgres runs, or null for the current one. Postgres refuses to run as root, so root
 * runs it under an unprivileged account: the owner of the data folder, otherwise the user postgres, otherwise nobody.
 */
export function postgresAccount(dataDirectory: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(dataDirectory) ? statSync(dataDirectory) : undefined
  if (owner?.uid) return { uid: owner.uid, gid: owner.gid }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? { uid: 65_534, gid: 65_534 }
}

function accountNamed(name: string): Account | null {
  let users = ''
  try {
    users = readFileSync('/etc/passwd', 'utf8')
  } catch {} // some container images have no such file
  const [, , uid, gid] =
    users
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? []
  return Number(uid) > 0 && Number(gid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null
}

/** Returns whether the account may enter this folder and all its parent folders. */
export function canReach(account: Account | null, directory: string): boolean {
  if (!account) return true
  const { mode, uid, gid } = statSync(directory)
  const mayEnter = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001
  const parent = dirname(directory)
  return Boolean(mayEnter) && (parent === directory || canReach(account, parent))
}
