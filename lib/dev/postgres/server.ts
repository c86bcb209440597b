import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type GuardedChild, spawnGuarded } from '../launcher/process/guarded-child'
import type { RunningServer } from '../launcher/process/keep-running'
import { freePort } from '../launcher/process/ports'
import { recordProcess, stopLeftover } from '../launcher/process/processes'
import { databaseUrl, newPassword, readState, updateState } from '../launcher/state'
import { postgresBinaries } from './binaries'
import { clusterDirectory, ensureCluster } from './cluster'
import { claimHome, findHome, type PostgresHome } from './home'

const START_TIMEOUT_MS = 60_000 // includes recovery after a crash

// Sized for a machine with two cores and 1 GB of memory.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '60',
  max_wal_size: '512MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
}
const EPHEMERAL_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the embedded Postgres on 127.0.0.1; its data is stored in the data folder. First stops a server that an
 * earlier run left behind. If it does not start, rejects with the last lines of the server's log.
 */
export async function startPostgres(dataDirectory: string, { ephemeral = false } = {}): Promise<RunningServer> {
  const known = readState(dataDirectory)?.postgres
  const home = findHome(dataDirectory, known?.home)
  const hasData = existsSync(clusterDirectory(home.directory))
  if (hasData && !known) throw new Error(`The password of ${home.directory} is lost. npm run reset begins a new store.`)
  claimHome(home, dataDirectory)
  await stopLeftover(known?.process, [
    { signal: 'SIGINT', waitMs: 15_000 },
    { signal: 'SIGQUIT', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ])

  const password = known?.password ?? newPassword()
  const remember = (port: number, child?: GuardedChild) =>
    updateState(dataDirectory, {
      postgres: {
        home: home.isOutside ? home.directory : undefined,
        port,
        password,
        process: recordProcess(child?.process.pid),
      },
    })
  let port = await freePort(known?.port)
  remember(port)
  const binaries = postgresBinaries(home.directory, home.account)
  await ensureCluster({ binaries, home: home.directory, account: home.account, password, ephemeral })

  for (let attempt = 1; ; attempt++) {
    await releasePidFile(clusterDirectory(home.directory), { port, password })
    const logFile = join(dataDirectory, 'logs', 'postgres.log')
    const child = spawnPostgres({ binaries, home, port, logFile, ephemeral })
    remember(port, child)
    if (await isReady(child, clusterDirectory(home.directory), { port, password }))
      return { url: databaseUrl({ port, password }), stop: child.stop, ended: child.ended }
    await child.stop()
    if (attempt === 4) throw new Error(`Postgres did not start. The end of ${logFile}:\n${lastLines(logFile)}`)
    port = await freePort() // another program may have taken the previous port
    await sleep(attempt * 500) // child processes of a killed server need a moment to end
  }
}

type Access = { port: number; password: string }

function spawnPostgres(options: {
  binaries: string
  home: PostgresHome
  port: number
  logFile: string
  ephemeral: boolean
}): GuardedChild {
  const { binaries, home, port, logFile, ephemeral } = options
  const settings = { ...SETTINGS, ...(ephemeral ? EPHEMERAL_SETTINGS : {}), port: String(port) }
  mkdirSync(join(logFile, '..'), { recursive: true })
  const log = openSync(logFile, 'w')
  const child = spawnGuarded(
    join(binaries, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
    [
      '-D',
      clusterDirectory(home.directory),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    {
      ...home.account,
      cwd: home.directory,
      stdio: ['ignore', log, log],
      signals: { polite: 'INT', patienceSeconds: 15, last: 'QUIT' },
    },
  )
  closeSync(log)
  return child
}

async function isReady(child: GuardedChild, directory: string, access: Access): Promise<boolean> {
  let hasEnded = false
  const markEnded = () => {
    hasEnded = true
  }
  child.ended.then(markEnded, markEnded)
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end && !hasEnded; await sleep(50))
    if ((await servedDirectory(access)) === directory) return !hasEnded
  return false
}

/** Returns the data directory of the server that accepts our password at this port, or null. */
async function servedDirectory(access: Access): Promise<string | null> {
  const client = new Client({ connectionString: databaseUrl(access, 'postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory ?? null
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Stops a server that the user started on this data directory. Removes a stale pid file (as after a reboot, or in a new
 * container), because Postgres would conclude that a server is running.
 */
async function releasePidFile(directory: string, { password }: Access): Promise<void> {
  const file = join(directory, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (pid && port && (await servedDirectory({ port, password })) === directory)
    await stopLeftover(recordProcess(pid), [{ signal: 'SIGINT', waitMs: 15_000 }])
  else rmSync(file)
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n')
