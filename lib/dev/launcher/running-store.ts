import { currentHolder } from './process/lock'
import { mailEnvironment, type Settings } from './settings'
import { databaseUrl, mongodbUri, readState } from './state'

/**
 * Returns the connection strings of a running store's databases, or those in the environment, and sets the other
 * variables that the launcher would set. Throws if there is neither.
 */
export function joinRunningStore(settings: Settings): { databaseUrl: string; mongodbUri: string } {
  const { dataDirectory } = settings
  const holder = currentHolder(dataDirectory)
  const state = readState(dataDirectory)
  const postgres = settings.databaseUrl ?? (holder && state?.postgres && databaseUrl(state.postgres))
  const mongo = settings.mongodbUri ?? (holder && state?.mongo && mongodbUri(state.mongo))
  const secret = settings.secret ?? state?.secret
  if (!postgres || !mongo || !secret)
    throw new Error(
      'The store does not run. Start it with npm run dev or npm start, or set DATABASE_URL, MONGODB_URI and NEXUS_SECRET.',
    )
  Object.assign(process.env, {
    DATABASE_URL: postgres,
    MONGODB_URI: mongo,
    NEXUS_SECRET: secret,
    NEXUS_DATA: dataDirectory,
    NEXUS_DIST_DIR: settings.distDirectory,
    ...mailEnvironment(settings),
    NEXUS_URL: settings.url ?? holder?.url ?? `http://localhost:${settings.port}`,
  })
  return { databaseUrl: postgres, mongodbUri: mongo }
}
