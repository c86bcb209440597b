import { resolve } from 'node:path'
import { isRunning } from '../launcher/process/processes'
import { databaseUrl, readState } from '../launcher/state'

const NEEDS_NO_SERVER = /^(generate|format|validate|version|--version|-v|--help|-h|init|debug)$/

/**
 * Returns the connection string for the Prisma CLI: DATABASE_URL, or that of the embedded Postgres. Prints a hint if
 * the command needs the embedded Postgres but it is not running.
 */
export function describeDatabase(project: string): { url?: string } {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL }
  if (process.argv.slice(2).some((argument) => NEEDS_NO_SERVER.test(argument))) return {}
  const dataDirectory = resolve(project, process.env.NEXUS_DATA || '.data')
  const server = readState(dataDirectory)?.postgres
  if (!server?.process || !isRunning(server.process))
    console.error("The store's own Postgres does not run now: start it with `npm run dev`, or set DATABASE_URL.")
  return { url: server && databaseUrl(server) }
}
