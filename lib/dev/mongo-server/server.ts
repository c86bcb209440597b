import { mkdirSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { Commands } from './commands/commands'
import { Databases } from './storage/databases'
import { hold, refuseIfHeld, release } from './storage/holder'
import { createMessageReader, decodeRequest, encodeReply, type Request } from './wire'

const SYNC_DELAY_MS = 100 // the same delay as MongoDB's journal
const CURSOR_INTERVAL_MS = 60_000

export interface MongoDevServer {
  /** Connection string without a database name. */
  uri: string
  port: number
  /** Closes all connections and syncs all data to disk. */
  stop(): Promise<void>
}

/**
 * Starts a server that speaks MongoDB's protocol, for development and demonstrations. It listens on 127.0.0.1 only and
 * has no passwords. Documents are kept in memory and, if a directory is given, in one journal per collection. A write
 * reaches the operating system before its reply and the disk within 100 ms, or before its reply with `j: true`. Without
 * a directory, all data is lost when the server stops.
 *
 * Rejects if another server has locked the directory, if a journal in it is damaged, or if the port is taken.
 *
 * Differences from MongoDB (see `differences.test.ts`): whole Doubles and small Longs come back as Int32; the order of
 * fields does not matter when documents are compared; Decimal128 is stored but compared as text; a `$slice` projection
 * drops the other fields; collation affects sorting but not matching; `$set` of a nested document in a pipeline
 * replaces it; validators are accepted but ignored; a command that exceeds `maxTimeMS` runs to its end before it fails.
 * Not supported: transactions (error code 20, as on a standalone MongoDB), views, capped collections, change streams,
 * `$text`, `$where`, geo queries, TTL indexes and `explain`.
 *
 * @param port 0 for any free port
 */
export async function startMongoDevServer({
  port = 0,
  directory,
}: {
  port?: number
  directory?: string
} = {}): Promise<MongoDevServer> {
  if (directory) {
    mkdirSync(directory, { recursive: true })
    refuseIfHeld(directory)
  }
  const listener = createServer()
  const actualPort = await listen(listener, port)
  // no await from here on, so that no connection arrives before the databases are loaded
  let databases: Databases
  try {
    databases = directory ? load(directory, actualPort) : new Databases()
  } catch (error) {
    listener.close()
    throw error
  }
  const commands = new Commands(databases)
  const connections = new Set<Socket>()
  listener.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
    serve(socket, commands)
  })
  let nextSync: NodeJS.Timeout | undefined
  databases.onWritten = () => {
    nextSync ??= setTimeout(() => {
      nextSync = undefined
      databases.sync()
    }, SYNC_DELAY_MS)
  }
  const cursorTimer = setInterval(() => commands.cursors.closeUnused(), CURSOR_INTERVAL_MS)

  async function stop(): Promise<void> {
    clearInterval(cursorTimer)
    clearTimeout(nextSync)
    const closed = new Promise((resolve) => listener.close(resolve))
    for (const socket of connections) socket.destroy()
    databases.close()
    if (directory) release(directory)
    await closed
  }

  let stopped: Promise<void> | undefined
  return {
    uri: `mongodb://127.0.0.1:${actualPort}/?directConnection=true`,
    port: actualPort,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

function listen(listener: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject)
    listener.listen(port, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function load(directory: string, port: number): Databases {
  hold(directory, port)
  try {
    return new Databases(directory)
  } catch (error) {
    release(directory)
    throw error
  }
}

/** Answers the requests on a connection. A malformed message closes only that connection. */
function serve(socket: Socket, commands: Commands): void {
  const read = createMessageReader()
  const parse = (chunk: Buffer): Request[] => {
    try {
      return read(chunk).map(decodeRequest)
    } catch (error) {
      console.warn('MongoDB development server: closed a connection:', error instanceof Error ? error.message : error)
      socket.destroy()
      return []
    }
  }
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    for (const request of parse(chunk)) {
      const reply = commands.run(request.command)
      if (request.wantsReply) socket.write(encodeReply(request, reply))
    }
  })
}
