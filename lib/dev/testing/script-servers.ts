import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { PROJECT } from '../launcher/project'
import { ephemeralFolder, startEphemeralServers } from '../launcher/servers'
import { restoreTypesFile } from './types-file'

export type ScriptServers = {
  databaseUrl: string
  mongodbUri: string
  /** Folder for this test run, deleted at its end. */
  folder: string
  /** Build folder inside the project, shared by the tests. */
  distDirectory: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    scriptServers: ScriptServers
  }
}

/** Starts the database servers that the tests of npm scripts pass to them as DATABASE_URL and MONGODB_URI. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const restore = restoreTypesFile()
  const folder = ephemeralFolder()
  const distDirectory = `.next-scripts-${process.pid}`
  const servers = await startEphemeralServers({ say: () => {} })
  const { databaseUrl, mongodbUri } = servers
  project.provide('scriptServers', { databaseUrl, mongodbUri, folder, distDirectory })
  return async () => {
    await servers.stop()
    rmSync(join(PROJECT, distDirectory), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
    restore()
  }
}
