import { accessSync, constants } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'

const PROBE_TIMEOUT_MS = 4_000
const DOWNLOAD_HOST = 'https://fastdl.mongodb.org'

/** Returns the path of the mongod that MONGOMS_SYSTEM_BINARY names or PATH contains, or null. */
export function installedMongod(): string | null {
  const named = process.env.MONGOMS_SYSTEM_BINARY
  if (named) {
    if (isExecutable(named)) return named
    throw new Error(`MONGOMS_SYSTEM_BINARY names ${named}, which is not a program that can be run.`)
  }
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod'
  const inPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return inPath.find(isExecutable) ?? null
}

/** Returns the path of an installed or previously downloaded mongod, or null. */
export async function findMongod(): Promise<string | null> {
  const installed = installedMongod()
  if (installed) return installed
  const { DryMongoBinary } = await import('mongodb-memory-server-core')
  // `locateBinary` rejects on platforms for which there is no mongod.
  return (await DryMongoBinary.locateBinary({ version: '' }).catch(() => undefined)) ?? null
}

/**
 * Downloads mongod for this platform and returns its path. Without a network connection, rejects with the reason within
 * seconds.
 */
export async function downloadMongod(say: (line: string) => void): Promise<string> {
  const mirror = process.env.MONGOMS_DOWNLOAD_URL || process.env.MONGOMS_DOWNLOAD_MIRROR || DOWNLOAD_HOST
  const goesThroughProxy = ['https_proxy', 'http_proxy', 'HTTPS_PROXY', 'HTTP_PROXY'].some((key) => process.env[key])
  // Check the connection first: behind a firewall that drops packets, the download would retry for minutes.
  if (!goesThroughProxy) await probe(new URL(mirror))
  say('Downloading MongoDB, once: this may take some minutes')
  const { MongoBinary } = await import('mongodb-memory-server-core')
  return MongoBinary.getPath()
}

function probe({ hostname, port, protocol }: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) })
    const fail = (reason: string) => {
      socket.destroy()
      reject(new Error(`${hostname} cannot be reached (${reason})`))
    }
    socket.setTimeout(PROBE_TIMEOUT_MS, () => fail('no answer'))
    socket.once('error', (error) => fail('code' in error ? String(error.code) : error.message))
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
  })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
