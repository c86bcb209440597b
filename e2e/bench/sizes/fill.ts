import { performance } from 'node:perf_hooks'
import { categories, prepareMongo, products } from '@/lib/db/mongo'
import { prepareJobs } from '@/lib/jobs/prepare'
import { importProducts } from '@/lib/services/catalog/product-import'
import { endlessCatalogue, endlessCategories } from '@/prisma/seed-data/endless'
import type { Figure } from './figure'

const TELL_EVERY = 20_000

/** Fills the databases of this process's environment with so many products, where they do not hold them already. */
export async function fill(count: number, tell: (line: string) => void): Promise<Figure[]> {
  await Promise.all([prepareMongo(), prepareJobs()])
  const now = new Date()
  for (const category of endlessCategories(now))
    await categories().replaceOne({ _id: category._id }, category, { upsert: true })
  const known = await products().countDocuments()
  if (known === count) return []
  if (known > count) throw new Error(`The database for ${count} products holds ${known} documents: drop it first.`)
  let told = 0
  const began = performance.now()
  const { added } = await importProducts(oneByOne(count, now), {
    actor: 'bench',
    onProgress: ({ added, changed, unchanged }) => {
      const done = added + changed + unchanged
      if (done - told < TELL_EVERY) return
      told = done
      tell(`${done} of ${count} products imported`)
    },
  })
  const seconds = (performance.now() - began) / 1_000
  if (known > 0) return [] // what was resumed says nothing of the rate
  return [{ name: 'import into both stores', text: `${Math.round(added / seconds)}/s`, goal: '≥ 4,000/s' }]
}

function* oneByOne(count: number, now: Date) {
  for (const part of endlessCatalogue({ products: count, now })) yield* part
}
