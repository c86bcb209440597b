import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { isRunning, recordProcess } from './processes'

const holderSchema = z.object({
  pid: z.number(),
  identity: z.string(),
  /** Name of the npm script that runs the launcher. */
  command: z.string(),
  url: z.string().optional(),
})
/** The launcher process that holds the lock of a data folder. */
export type Holder = z.infer<typeof holderSchema>

const fileOf = (dataDirectory: string) => join(dataDirectory, 'launcher.json')
const SETTLE_MS = 50
const PATIENCE_MS = 3_000

/**
 * Thrown if another launcher has locked the data folder. The message names that launcher's pid and its address or npm
 * script.
 */
export class AlreadyRunning extends Error {
  constructor({ url, pid, command }: Holder) {
    super(
      url
        ? `The store already runs at ${url} (pid ${pid}).`
        : `npm run ${command} is at work on this store already (pid ${pid}).`,
    )
  }
}

/**
 * Returns the running launcher that has locked this data folder, or null. A lock left by an ended process is ignored.
 */
export function currentHolder(dataDirectory: string): Holder | null {
  const holder = parseHolder(readText(dataDirectory))
  return holder && isRunning(holder) ? holder : null
}

export type Lock = { publish(url: string): void; release(): void }

/**
 * Locks the data folder until it is released or this process ends. Throws AlreadyRunning if another launcher has locked
 * it.
 */
export async function takeLock(dataDirectory: string, command: string): Promise<Lock> {
  mkdirSync(dataDirectory, { recursive: true })
  const self = recordProcess(process.pid)
  if (!self) throw new Error('The system does not tell when this process began')
  const holder: Holder = { ...self, command }
  const write = () => writeFileSync(fileOf(dataDirectory), JSON.stringify(holder), { mode: 0o600 })
  const other = () => {
    const current = currentHolder(dataDirectory)
    return current && (current.pid !== self.pid || current.identity !== self.identity) ? current : null
  }
  const refuse = () => {
    const current = other()
    if (current) throw new AlreadyRunning(current)
  }

  // Waits, because a launcher that is stopping, or whose npm was just killed, will soon release the lock.
  for (const end = Date.now() + PATIENCE_MS; other() && Date.now() < end; ) await sleep(100)
  refuse()
  write()
  await sleep(SETTLE_MS) // if two launchers start at once, the last to write wins, and the other one notices here
  refuse()
  return {
    publish(url) {
      holder.url = url
      write()
    },
    release() {
      if (!other()) rmSync(fileOf(dataDirectory), { force: true })
    },
  }
}

function readText(dataDirectory: string): string {
  try {
    return readFileSync(fileOf(dataDirectory), 'utf8')
  } catch {
    return ''
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
