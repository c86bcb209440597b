import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isRunning, recordProcess } from '@/lib/dev/launcher/process/processes'

const holderSchema = z.object({ pid: z.int(), identity: z.string(), port: z.int() })

const fileOf = (directory: string): string => join(directory, 'server.json')

/** Throws if a live server holds the directory. One that was killed holds nothing, even though its file is there. */
export function refuseIfHeld(directory: string): void {
  const holder = holderOf(directory)
  if (holder && isRunning(holder))
    throw new Error(
      `${directory} is in use by the MongoDB development server on port ${holder.port} (pid ${holder.pid})`,
    )
}

/** Takes the directory for the server of this process; throws if another one has it. */
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
    return undefined // there is none, or it was killed before it had written the file
  }
}
