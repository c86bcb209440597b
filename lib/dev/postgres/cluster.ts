import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnGuarded } from '../launcher/process/guarded-child'
import type { Account } from './account'

export type ClusterOptions = {
  binaries: string
  home: string
  account: Account | null
  password: string
  /** Whether data may be lost in a power cut. */
  ephemeral: boolean
}

export const clusterDirectory = (home: string) => join(home, 'data')

/**
 * Creates the database cluster if it does not exist. It is moved into place only when complete, so a crash cannot leave
 * an unfinished one.
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const { home } = options
  for (const name of readdirSync(home)) if (name.startsWith('new-')) rmSync(join(home, name), { recursive: true })
  if (existsSync(clusterDirectory(home))) return
  const draft = join(home, `new-${process.pid}`)
  mkdirSync(draft, { mode: 0o700 })
  if (options.account) chownSync(draft, options.account.uid, options.account.gid)
  await initialise(draft, options)
  renameSync(join(draft, 'data'), clusterDirectory(home))
  rmSync(draft, { recursive: true })
}

async function initialise(draft: string, { binaries, account, password, ephemeral }: ClusterOptions): Promise<void> {
  const passwordFile = join(draft, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const args = [
    `--pgdata=${join(draft, 'data')}`,
    '--username=nexus',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C', // the same sort order on every machine; case mapping is still Unicode
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(ephemeral ? ['--no-sync'] : []),
  ]
  const initdb = spawnGuarded(join(binaries, 'bin', 'initdb'), args, {
    ...account,
    cwd: draft,
    stdio: ['ignore', 'pipe', 'pipe'],
    signals: { polite: 'TERM', patienceSeconds: 2, last: 'KILL' },
  })
  let output = ''
  for (const stream of [initdb.process.stdout, initdb.process.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  if ((await initdb.ended) !== 0) throw new Error(`Postgres's initdb failed:\n${output.trim()}`)
}
