import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type GuardedChild, spawnGuarded } from '../launcher/process/guarded-child'
import { PROJECT, typescriptArguments } from '../launcher/project'
import type { Progress } from '../launcher/terminal'
import { markSeed } from './seed-state'

const progressSchema = z.object({ done: z.number(), total: z.number(), what: z.string() })

/** Empties both databases and fills them with the demo shop. If this is interrupted, the next start does it again. */
export async function seedData(databaseUrl: string, onProgress: (progress: Progress) => void): Promise<void> {
  await markSeed(databaseUrl, false)
  const { code, errors } = await result(runSeed('data'), onProgress)
  if (code !== 0) throw new Error(`The demo data could not be made:\n${errors}`)
  await markSeed(databaseUrl, true)
}

export type PictureRun = { done: Promise<void>; stop(): Promise<void> }

/** Draws missing pictures in a separate process at low priority. */
export function makePictures(onProgress: (progress: Progress) => void): PictureRun {
  const child = runSeed('pictures')
  let isStopped = false
  const done = result(child, onProgress).then(({ code, errors }) => {
    if (code !== 0 && !isStopped) throw new Error(`The pictures could not be made:\n${errors}`)
  })
  done.catch(() => {}) // callers that await `done` get the error
  return {
    done,
    stop() {
      isStopped = true
      return child.stop()
    },
  }
}

function runSeed(part: 'data' | 'pictures'): GuardedChild {
  return spawnGuarded(process.execPath, typescriptArguments('lib/dev/seeding/seed-main.ts', part), {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    signals: { polite: 'TERM', patienceSeconds: 2, last: 'KILL' },
  })
}

async function result(child: GuardedChild, onProgress: (progress: Progress) => void) {
  const { stdout, stderr } = child.process
  if (!stdout || !stderr) throw new Error('The seed has no output')
  const other: string[] = []
  createInterface({ input: stdout }).on('line', (line) => {
    const progress = parseProgress(line)
    if (progress) onProgress(progress)
    else other.push(line)
  })
  createInterface({ input: stderr }).on('line', (line) => other.push(line))
  const code = await child.ended
  return { code, errors: other.slice(-20).join('\n') }
}

function parseProgress(line: string): Progress | null {
  try {
    return progressSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}
