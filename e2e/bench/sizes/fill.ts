import { performance } from 'node:perf_hooks'
import { categories, prepareMongo, products } from '@/lib/db/mongo'
import { prepareJobs } from '@/lib/jobs/prepare'
import { importProducts } from '@/lib/services/catalog/product-import'
import { endlessCatalogue, endlessCategories } from '@/prisma/seed-data/endless'
import type { Figure } from './figure'

const REPORT_EVERY = 20_000

/** Fills the databases that the environment names with `count` products, unless they already contain them. */
export async function fill(count: number, report: (line: string) => void): Promise<Figure[]> {
  await Promise.all([prepareMongo(), prepareJobs()])
  const now = new Date()
  for (const category of endlessCategories(now))
    await categories().replaceOne({ _id: category._id }, category, { upsert: true })
  const known = await products().countDocuments()
  if (known === count) return []
  if (known > count) throw new Error(`The database for ${count} products has ${known} documents: drop it first.`)
  let reported = 0
  const began = performance.now()
  const { added } = await importProducts(oneByOne(count, now), {
    actor: 'bench',
    onProgress: ({ added, changed, unchanged }) => {
      const done = added + changed + unchanged
      if (done - reported < REPORT_EVERY) return
      reported = done
      report(`${done} of ${count} products imported`)
    },
  })
  const seconds = (performance.now() - began) / 1_000
  if (known > 0) return [] // the rate of a resumed import would be misleading
  return [{ name: 'import into both stores', text: `${Math.round(added / seconds)}/s`, goal: '≥ 4,000/s' }]
}

function* oneByOne(count: number, now: Date) {
  for (const part of endlessCatalogue({ products: count, now })) yield* part
}
