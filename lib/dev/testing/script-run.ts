import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { inject, onTestFinished, vi } from 'vitest'
import { PROJECT } from '../launcher/project'
import { withDatabase } from '../postgres/connection-string'
import { TEST_SECRET } from './test-secret'

const START_TIMEOUT_MS = 120_000
const STOP_TIMEOUT_MS = 60_000

export type ScriptEnvironment = Record<string, string>

/**
 * Returns the environment variables of a store that uses the script tests' database servers and their shared build
 * folder. Its databases have this name and are not migrated yet.
 */
export function givenServers(database: string): ScriptEnvironment {
  const { databaseUrl, mongodbUri, folder, distDirectory } = inject('scriptServers')
  return {
    NODE_ENV: 'production',
    NEXUS_DATA: `${folder}/${database}`,
    NEXUS_DIST_DIR: distDirectory,
    NEXUS_SECRET: TEST_SECRET,
    MAIL_TO_FILES: 'true',
    DATABASE_URL: withDatabase(databaseUrl, database),
    MONGODB_URI: withDatabase(mongodbUri, database),
  }
}

export type ScriptRun = {
  output: string
  exitCode: number | null
  /** Waits until the output contains this text. If the script ends before that, throws an error with the output. */
  until(text: string): Promise<void>
  /** Sends SIGTERM and waits until the script has ended. */
  stop(): Promise<void>
}

/** Starts `npm run <script>` as a user would. Stops it when the test ends, unless `outlivesTest` is set. */
export function startScript(
  script: string,
  env: ScriptEnvironment,
  { outlivesTest = false, args = [] as string[] } = {},
): ScriptRun {
  const npm = spawn('npm', ['run', '-s', script, ...(args.length > 0 ? ['--', ...args] : [])], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const run: ScriptRun = {
    output: '',
    exitCode: null,
    async until(text) {
      const isSettled = () => run.output.includes(text) || run.exitCode !== null
      await vi.waitUntil(isSettled, { timeout: START_TIMEOUT_MS, interval: 100 })
      if (!run.output.includes(text)) throw new Error(`npm run ${script} ended before "${text}":\n${run.output}`)
    },
    async stop() {
      npm.kill('SIGTERM')
      await vi.waitUntil(() => run.exitCode !== null, { timeout: STOP_TIMEOUT_MS, interval: 50 })
    },
  }
  npm.once('close', (code) => {
    run.exitCode = code ?? -1
  })
  for (const stream of [npm.stdout, npm.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      run.output += `${line}\n`
    })
  if (!outlivesTest) onTestFinished(() => run.stop())
  return run
}

/** Runs `npm run <script>` until it ends. */
export async function runScript(script: string, env: ScriptEnvironment, ...args: string[]): Promise<ScriptRun> {
  const run = startScript(script, env, { outlivesTest: true, args })
  await vi.waitUntil(() => run.exitCode !== null, { timeout: 600_000, interval: 100 })
  return run
}
