import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { closeMongo } from '@/lib/db/mongo'
import { Feed } from './feed'
import type { Query } from './query'
import { closeFacts } from './store-facts'
import { indexOptions, storeSource } from './store-source'
import { type Calls, callSchema, type Message, sentError } from './worker-calls'
import { Results, Turns } from './worker-turns'

const optionsSchema = z.object({})
/** What a thread is told when it starts. */
export type ThreadOptions = z.infer<typeof optionsSchema>

// The entry of a thread with an index: it has connections of its own, loads, says so, and answers from then on.
if (!parentPort) throw new Error('worker.ts runs in a thread of its own')
const port: MessagePort = parentPort
const say = (message: Message) => port.postMessage(message)

async function main(): Promise<void> {
  optionsSchema.parse(workerData)
  const feed = await Feed.open(storeSource(), {
    indexing: indexOptions(),
    onProgress: (progress) => say({ notice: 'progress', progress }),
  })
  const turns = new Turns()
  const calls = callsOf(feed)
  port.on('message', (message: unknown) => {
    const { call, name, args } = callSchema.parse(message)
    const answer = async () => {
      try {
        const work = calls[name] as (...args: unknown[]) => unknown
        say({ call, value: await work(...args) })
      } catch (error) {
        say({ call, error: sentError(error) })
      }
    }
    turns.take(answer, name !== 'search')
  })
  say({ notice: 'ready' })
}

type Working = { [N in keyof Calls]: (...args: Parameters<Calls[N]>) => ReturnType<Calls[N]> | Promise<void> }

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
