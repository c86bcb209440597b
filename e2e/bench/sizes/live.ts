import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { searchEngine } from '@/lib/search/process-engine'
import type { SearchEngine } from '@/lib/search/search-engine'
import { memoryOf } from '../processes'
import { type Figure, percentiles, short } from './figure'
import { freshness } from './freshness'
import { longestHold, oneAtATime, timeOf, together } from './pace'
import { type Questions, questionsFor } from './queries'

const CALLERS = 8
const MS_BETWEEN_SUGGESTIONS = 50

/** Measures a first start, which builds the index and, if the index is large enough, saves it for later starts. */
export async function firstStart(): Promise<Figure[]> {
  const began = performance.now()
  const engine = await searchEngine()
  const seconds = (performance.now() - began) / 1_000
  await engine.close()
  return [{ name: 'first start', text: `${short(seconds)} s` }]
}

/** Measures how fast the index answers: one query at a time, eight at a time, and while products change. */
export async function live(seconds: number): Promise<Figure[]> {
  const began = performance.now()
  const engine = await searchEngine()
  const ready = (performance.now() - began) / 1_000
  const questions = await questionsFor(engine)
  const figures: Figure[] = []
  const { held, ran } = await longestHold(async () => {
    figures.push(...(await answers(engine, questions)))
    figures.push(...(await crowd(engine, questions, seconds)))
  })
  const fresh = await freshness(engine, seconds * 4)
  const memory = memoryOf([process.pid])
  await engine.close()
  return [
    ...figures,
    ...fresh,
    { name: 'main thread held at most', text: `${short(held)} ms`, goal: '20 ms' },
    { name: '… of which it ran at most', text: `${short(ran)} ms` },
    { name: 'next start, from a snapshot from 20,000 on', text: `${short(ready)} s`, goal: '2 s' },
    { name: 'memory of the process', text: `${Math.round(memory)} MiB` },
  ]
}

/** Measures the duration of queries, one at a time, in milliseconds (p50 / p95). */
async function answers(engine: SearchEngine, { listings, begun, tenth }: Questions): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, goal, rounds, query } of listings)
    figures.push({ name, goal, text: percentiles(await oneAtATime(rounds, (n) => engine.search(query(n)))) })
  const repeated: number[] = []
  for (let round = 0; round < 60; round++) {
    const query = { page: 1 + round, perPage: 25 }
    await engine.search(query)
    repeated.push(await timeOf(() => engine.search(query)))
  }
  figures.push({ name: 'whole catalogue, repeated', text: percentiles(repeated), goal: '5' })
  for (const letters of [2, 3, 5]) {
    const times = await oneAtATime(200, (n) => engine.suggest(begun(letters, n)))
    figures.push({ name: `suggestions, ${letters} letters`, text: percentiles(times), goal: '20' })
  }
  const page = await oneAtATime(100, (n) => engine.search({ ...tenth(n), facets: false }))
  return [...figures, { name: 'category of a tenth, no counts', text: percentiles(page) }]
}

/** Measures eight concurrent callers, each of which sends its next query as soon as the last one is answered. */
async function crowd(engine: SearchEngine, questions: Questions, seconds: number): Promise<Figure[]> {
  const filtered = questions.listings[1]!.query
  const counts = await together(CALLERS, seconds, (n) => engine.search(questions.tenth(n)))
  const three = await together(CALLERS, seconds, (n) => engine.search(filtered(n)))
  const waits: number[] = []
  const end = performance.now() + seconds * 1_000
  const suggesting = async () => {
    for (let n = 0; performance.now() < end; n++) {
      waits.push(await timeOf(() => engine.suggest(questions.begun(3, n))))
      await sleep(MS_BETWEEN_SUGGESTIONS)
    }
  }
  await Promise.all([together(CALLERS, seconds, (n) => engine.search(questions.tenth(n))), suggesting()])
  return [
    { name: 'eight at a time: tenth', text: percentiles(counts.times) },
    { name: '… a second', text: String(Math.round(counts.perSecond)), goal: '≥ 100' },
    { name: 'eight at a time: three filters', text: percentiles(three.times) },
    { name: '… a second, filtered', text: String(Math.round(three.perSecond)), goal: '≥ 100' },
    { name: 'suggestions behind eight listings', text: percentiles(waits) },
    { name: '… the longest', text: `${short(Math.max(...waits))} ms`, goal: '100 ms' },
  ]
}
