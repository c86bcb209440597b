import { join } from 'node:path'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { closeMongo } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import type { EngineCalls } from '../search-engine'
import type { Query } from '../search-query'
import { Snapshots } from '../snapshot/snapshots'
import { Feed, type FeedOptions } from '../sync/feed'
import { needsRenewal } from '../sync/renewal'
import { closeFacts } from '../sync/store-facts'
import { indexOptions, storeSource } from '../sync/store-source'
import { ResultCache } from './result-cache'
import { TaskQueue } from './task-queue'
import { callSchema, type Message, sentError } from './worker-messages'

const optionsSchema = z.object({
  /** With `renew`, the worker will replace another one, so it compacts and saves its index before answering calls. */
  purpose: z.enum(['serve', 'renew']).default('serve'),
  /** Number of products from which an index counts as large: it is then saved, and a new worker renews it. */
  largeFrom: z.int().default(20_000),
  /** Folder of the snapshots; by default from the environment. */
  folder: z.string().optional(),
})
export type WorkerOptions = z.input<typeof optionsSchema>

const RENEWAL_CHECK_MS = 60_000
const QUERIES: ReadonlySet<keyof EngineCalls> = new Set(['search', 'suggest', 'corrections'])

// Entry point of the search worker, which has its own database connections, loads the index and then answers calls.
// Compacting and saving would block these calls for too long, so a second worker does both and takes over.
if (!parentPort) throw new Error('worker.ts must run in a worker thread')
const port: MessagePort = parentPort
const post = (message: Message) => port.postMessage(message)

async function main(): Promise<void> {
  const { purpose, largeFrom, folder = snapshotFolder() } = optionsSchema.parse(workerData)
  const source = storeSource()
  const indexing = indexOptions()
  const snapshots = new Snapshots({ folder, source, indexing })
  const options: FeedOptions = {
    indexing,
    maxTidySize: largeFrom,
    onProgress: (progress) => post({ notice: 'progress', progress }),
  }
  const saved = await snapshots.restore()
  const feed = saved ? Feed.resume(saved, source, options) : await Feed.load(source, options)
  if (saved) await feed.catchUp()
  const isLarge = () => feed.index.size >= largeFrom
  if (isLarge() && (purpose === 'renew' || !saved)) {
    feed.index.compact()
    await snapshots.save(feed.index, feed.cursor).catch((error: unknown) => {
      console.error('The search index could not be saved; the next start takes longer.', error)
    })
  }
  feed.start()
  answerCalls(feed)
  post({ notice: 'ready' })
  setInterval(async () => {
    const age = await snapshots.age().catch(() => 0)
    if (isLarge() && needsRenewal(feed, age)) post({ notice: 'needsRenewal' })
  }, RENEWAL_CHECK_MS)
}

const snapshotFolder = () => env().SEARCH_SNAPSHOT_DIR ?? join(env().NEXUS_DATA, 'search')

function answerCalls(feed: Feed) {
  const queue = new TaskQueue()
  const handlers = handlersOf(feed)
  port.on('message', (message: unknown) => {
    const { call, name, args } = callSchema.parse(message)
    const answer = async () => {
      try {
        if (QUERIES.has(name)) await feed.awake()
        const handler = handlers[name] as (...args: unknown[]) => unknown
        const value = await handler(...args)
        post(name === 'search' ? { call, json: String(value) } : { call, value })
      } catch (error) {
        post({ call, error: sentError(error) })
      }
    }
    queue.add(answer, name !== 'search' && name !== 'corrections')
  })
}

type Handlers = {
  [N in keyof EngineCalls]: (
    ...args: Parameters<EngineCalls[N]>
  ) => N extends 'search' ? string : ReturnType<EngineCalls[N]> | Promise<void>
}

function handlersOf(feed: Feed): Handlers {
  const cache = new ResultCache()
  return {
    search: (query: Query) => cache.get(query, feed.version, () => feed.search(query)),
    suggest: (text, limit) => feed.suggest(text, limit),
    corrections: (text) => feed.corrections(text),
    waitFor: (moment) => feed.waitFor(moment),
    refresh: (ids) => feed.refresh(ids),
    close: async () => {
      await feed.close()
      await closeStores()
    },
  }
}

const closeStores = () => Promise.all([closeMongo(), closeFacts()])

main().catch(async (error: unknown) => {
  await closeStores().catch(() => {})
  post({ notice: 'failed', error: sentError(error) }) // the main thread then terminates this worker
})
