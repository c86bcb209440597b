import { join } from 'node:path'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { closeMongo } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import type { Query } from '../search-query'
import { Snapshots } from '../snapshot/snapshots'
import { Feed, type FeedOptions, needsRenewal } from '../sync/feed'
import { closeFacts } from '../sync/store-facts'
import { indexOptions, storeSource } from '../sync/store-source'
import { type Calls, callSchema, type Message, sentError } from './worker-calls'
import { Results, Turns } from './worker-turns'

const optionsSchema = z.object({
  /** `renew`: it is to take the place of another one, so it cleans up and saves first. */
  purpose: z.enum(['serve', 'renew']).default('serve'),
  /** From so many products on it is saved, and renewed by another thread instead of being compacted in this one. */
  large: z.int().default(20_000),
  /** Where it is saved; by default where the environment says. */
  folder: z.string().optional(),
})
/** What a thread is told when it starts. */
export type ThreadOptions = z.input<typeof optionsSchema>

/** How often it is looked whether it is time for another thread. */
const RENEWAL_CHECK_MS = 60_000

// The entry of a thread with an index: it has connections of its own, loads, says so, and answers from then on. What takes
// long, compacting and saving, it does before it answers; later another thread does, and takes its place.
if (!parentPort) throw new Error('worker.ts runs in a thread of its own')
const port: MessagePort = parentPort
const say = (message: Message) => port.postMessage(message)

async function main(): Promise<void> {
  const { purpose, large, folder = snapshotFolder() } = optionsSchema.parse(workerData)
  const source = storeSource()
  const indexing = indexOptions()
  const snapshots = new Snapshots({ folder, source, indexing })
  const options: FeedOptions = {
    indexing,
    mostToTidy: large,
    onProgress: (progress) => say({ notice: 'progress', progress }),
  }
  const saved = await snapshots.restore()
  const feed = saved ? Feed.resume(saved, source, options) : await Feed.load(source, options)
  if (saved) await feed.catchUp()
  const isLarge = () => feed.index.size >= large
  if (isLarge() && (purpose === 'renew' || !saved)) {
    feed.index.compact()
    await snapshots.save(feed.index, feed.cursor).catch((error: unknown) => {
      console.error('The search index could not be saved; the next start takes longer.', error)
    })
  }
  feed.start()
  answerCalls(feed)
  say({ notice: 'ready' })
  setInterval(async () => {
    const age = await snapshots.age().catch(() => 0)
    if (isLarge() && needsRenewal(feed, age)) say({ notice: 'worn' })
  }, RENEWAL_CHECK_MS)
}

const snapshotFolder = () => env().SEARCH_SNAPSHOT_DIR ?? join(env().NEXUS_DATA, 'search')

function answerCalls(feed: Feed) {
  const turns = new Turns()
  const calls = callsOf(feed)
  port.on('message', (message: unknown) => {
    const { call, name, args } = callSchema.parse(message)
    const answer = async () => {
      try {
        const work = calls[name] as (...args: unknown[]) => unknown
        const value = await work(...args)
        say(name === 'search' ? { call, json: String(value) } : { call, value })
      } catch (error) {
        say({ call, error: sentError(error) })
      }
    }
    turns.take(answer, name !== 'search' && name !== 'corrections')
  })
}

type Working = {
  [N in keyof Calls]: (
    ...args: Parameters<Calls[N]>
  ) => N extends 'search' ? string : ReturnType<Calls[N]> | Promise<void>
}

function callsOf(feed: Feed): Working {
  const results = new Results()
  return {
    search: (query: Query) => results.of(query, feed.version, () => feed.search(query)),
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
  say({ notice: 'failed', error: sentError(error) }) // and whoever hears it ends the thread
})
