import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgres } from '@/lib/db/postgres'
import { typescriptArguments } from '@/lib/dev/launcher/project'

const NAME = 'to be killed'

/**
 * Runs a script of the project on the test databases and kills it (SIGKILL) once `isTime` returns true, unless the
 * script ends first. `isTime` is polled after the script's first line of output. Resolves once Postgres has closed the
 * script's connections.
 */
export async function runAndKill(script: string, isTime: () => Promise<boolean>): Promise<void> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.searchParams.set('application_name', NAME)
  const child = spawn(process.execPath, typescriptArguments(script), {
    env: { ...process.env, DATABASE_URL: url.href },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  while (child.exitCode === null && !(await isTime())) await sleep(5)
  child.kill('SIGKILL')
  await ended
  while ((await connections()) > 0) await sleep(20)
}

async function connections(): Promise<number> {
  const [row] = await postgres().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE application_name = ${NAME} AND datname = current_database()`
  return row?.count ?? 0
}
