import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { ObjectId } from 'mongodb'
import { MAX_TIME_MS, products } from '@/lib/db/mongo'
import { postgres, transaction } from '@/lib/db/postgres'
import type { SearchEngine } from '@/lib/search/search-engine'
import { release, reserve } from '@/lib/services/inventory/inventory'
import { type Figure, percentiles, short } from './figure'

const CHANGES_PER_SECOND = 100
const MS_BETWEEN_LOOKS = 20
const MAX_MS = 30_000
const RUN = Date.now().toString(36)
const by = { reason: 'CORRECTION', actor: 'bench' } as const

interface Sample {
  id: ObjectId
  skus: string[]
}

/**
 * Measures how many milliseconds it takes until a change can be found, while 100 products change per second: half of
 * them in MongoDB (the price), half in Postgres (a SKU sells out or is restocked).
 */
export async function freshness(engine: SearchEngine, seconds: number): Promise<Figure[]> {
  const samples = await someProducts()
  const watched = samples.splice(0, Math.min(40, Math.floor(samples.length / 4)))
  const end = performance.now() + seconds * 1_000
  const waits = { documents: [] as number[], stock: [] as number[] }
  const changing = changeAll(samples, end)
  for (let round = 0; performance.now() < end; round++) {
    const { id, skus } = watched[round % watched.length]!
    if (round % 2 === 0) waits.documents.push(await untilRenamed(engine, id, round))
    else waits.stock.push(await untilRestocked(engine, id, skus))
    await sleep(100 + (round % 7) * 130) // so that changes come at varying times between two polls
  }
  const changes = await changing
  const all = [...waits.documents, ...waits.stock]
  return [
    { name: 'products changed a second', text: String(Math.round(changes / seconds)), goal: '100' },
    { name: 'new name searchable', text: percentiles(waits.documents) },
    { name: 'stock searchable', text: percentiles(waits.stock) },
    { name: '… the longest change', text: `${short(Math.max(...all))} ms`, goal: '2 s' },
  ]
}

async function someProducts(): Promise<Sample[]> {
  const options = { projection: { 'variants.sku': 1 }, limit: 2_000, maxTimeMS: MAX_TIME_MS }
  const found = await products()
    .find({ _id: { $gte: new ObjectId('5'.repeat(24)) } }, options)
    .sort({ _id: 1 })
    .toArray()
  return found.map(({ _id, variants }) => ({ id: _id, skus: variants.map(({ sku }) => sku) }))
}

/** Changes products one after another at an even pace until `end`. Returns the number of changes. */
async function changeAll(samples: Sample[], end: number): Promise<number> {
  const began = performance.now()
  let changes = 0
  const running = new Set<Promise<unknown>>()
  while (performance.now() < end) {
    const { id, skus } = samples[changes % samples.length]!
    const price = 1_000 + (changes % 90_000)
    const work = changes % 2 === 0 ? update(id, { 'variants.0.price': price }) : turnStock(skus[0]!)
    changes++
    running.add(work.finally(() => running.delete(work)))
    await sleep(Math.max(0, began + (changes * 1_000) / CHANGES_PER_SECOND - performance.now()))
  }
  await Promise.all(running)
  return changes
}

const update = (_id: ObjectId, fields: Record<string, unknown>) =>
  products().updateOne({ _id }, { $set: fields, $currentDate: { updatedAt: true } })

/** Sells out a SKU, or restocks it if it was sold out. Returns whether it is in stock now. */
async function turnStock(sku: string): Promise<boolean> {
  const { onHand } = await postgres().inventory.findUniqueOrThrow({ where: { sku }, select: { onHand: true } })
  await transaction((tx) =>
    onHand > 0 ? reserve(tx, [{ sku, quantity: onHand }], by) : release(tx, [{ sku, quantity: 7 }], by),
  )
  return onHand === 0
}

async function untilRenamed(engine: SearchEngine, id: ObjectId, round: number): Promise<number> {
  const word = `zebedee${RUN}q${round}` // a word that only this run uses
  await update(id, { name: `Renamed ${word}` })
  return until(async () => (await engine.search({ text: `${word} `, perPage: 1, facets: false })).total === 1)
}

/** Sells out or restocks all SKUs of a product, and waits until the index reflects that. */
async function untilRestocked(engine: SearchEngine, id: ObjectId, skus: string[]): Promise<number> {
  const { _sum } = await postgres().inventory.aggregate({ where: { sku: { in: skus } }, _sum: { onHand: true } })
  const wanted = (_sum.onHand ?? 0) === 0 ? 1 : 0
  for (const sku of skus) {
    const { onHand } = await postgres().inventory.findUniqueOrThrow({ where: { sku }, select: { onHand: true } })
    if (onHand > 0 !== (wanted === 1)) await turnStock(sku)
  }
  const query = { ids: [id.toHexString()], filters: { inStock: [true] }, perPage: 1, facets: false }
  return until(async () => (await engine.search(query)).total === wanted)
}

/** Waits until `isSo` resolves to true and returns how long that took, in milliseconds. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > MAX_MS) throw new Error(`A change was not searchable after ${MAX_MS} ms`)
    await sleep(MS_BETWEEN_LOOKS)
  }
  return performance.now() - began
}
