import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../launcher/project'
import { givenServers, runScript, type ScriptEnvironment } from './script-run'

/**
 * Migrates databases of that name and builds the store, with `npm run migrate` and `npm run build`. The build contains
 * an empty catalogue, is made once, and is shared by all script tests. The first call takes minutes.
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
