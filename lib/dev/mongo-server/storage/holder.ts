import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isRunning, recordProcess } from '@/lib/dev/launcher/process/processes'

const holderSchema = z.object({ pid: z.int(), identity: z.string(), port: z.int() })

const fileOf = (directory: string): string => join(directory, 'server.json')

/** Throws if a running server has locked the directory. A lock file left by a killed server is ignored. */
export function refuseIfHeld(directory: string): void {
  const holder = holderOf(directory)
  if (holder && isRunning(holder))
    throw new Error(
      `${directory} is in use by the MongoDB development server on port ${holder.port} (pid ${holder.pid})`,
    )
}

/** Locks the directory for the server in this process. Throws if another server has locked it. */
export function hold(directory: string, port: number): void {
  refuseIfHeld(directory)
  const self = recordProcess(process.pid)
  if (!self) throw new Error('The system does not tell when this process began')
  writeFileSync(fileOf(directory), JSON.stringify({ ...self, port }))
}

export function release(directory: string): void {
  rmSync(fileOf(directory), { force: true })
}

function holderOf(directory: string): z.infer<typeof holderSchema> | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(fileOf(directory), 'utf8')))
  } catch {
    return undefined // no lock file, or its server was killed while writing it
  }
}
