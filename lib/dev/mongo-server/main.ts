// Runs the built-in MongoDB server as a process: node --import tsx main.ts [--port=27018] [--data=DIRECTORY]
// [--parent=PID]
import { parseArgs } from 'node:util'
import { startMongoDevServer } from './server'

const PARENT_INTERVAL_MS = 2_000

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '27018' }, data: { type: 'string' }, parent: { type: 'string' } },
  })
  const server = await startMongoDevServer({ port: Number(values.port), directory: values.data })
  const exit = () => server.stop().then(() => process.exit(0))
  process.once('SIGINT', exit)
  process.once('SIGTERM', exit)
  if (values.parent) whenGone(Number(values.parent), exit)
  console.log(`Listening at ${server.uri}`)
}

/** Calls `then` once the parent process has ended, because a killed parent cannot say so. */
function whenGone(parent: number, then: () => void): void {
  // a zombie parent keeps its process id, but its child is given another parent
  const isChild = process.ppid === parent
  setInterval(() => {
    if (!isAlive(parent) || (isChild && process.ppid !== parent)) then()
  }, PARENT_INTERVAL_MS)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // the process belongs to another user
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
