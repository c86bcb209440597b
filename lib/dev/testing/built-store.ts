import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../launcher/project'
import { givenServers, runScript, type ScriptEnvironment } from './script-run'

/**
 * Migrates the databases with this name and builds the store, by `npm run migrate` and `npm run build`. The build is
 * made once, with an empty catalogue, and shared by all script tests. The first call takes minutes.
 */
export async function givenBuiltStore(database: string): Promise<ScriptEnvironment> {
  const env = givenServers(database)
  await succeed('migrate', env)
  if (!existsSync(join(PROJECT, env.NEXUS_DIST_DIR ?? '', 'BUILD_ID'))) await succeed('build', env)
  return env
}

async function succeed(script: string, env: ScriptEnvironment): Promise<void> {
  const { exitCode, output } = await runScript(script, env)
  if (exitCode !== 0) throw new Error(`npm run ${script} failed:\n${output}`)
}
