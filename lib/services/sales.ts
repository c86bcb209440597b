import { z } from 'zod'
import { productDocumentSchema, variantSchema } from '@/lib/contracts/product'
import { MAX_TIME_MS, parseDocument, products } from '@/lib/db/mongo'
import { transaction } from '@/lib/db/postgres'
import { nextPriceChange } from '@/lib/domain/pricing'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Job } from '@/lib/jobs/queues'

const LOOK_AGAIN_MS = 60_000 // so that a sale that was added meanwhile is found
const BATCH = 500

const onSaleSchema = productDocumentSchema
  .pick({ _id: true, category: true })
  .extend({ variants: z.array(variantSchema.pick({ sale: true })) })

interface Boundary {
  id: string
  category: string
  /** Whether a sale of it began or ended already. */
  isPast: boolean
  next: Date | null
}

/**
 * Has the pages of products rendered anew whose sale began or ended after `from` and until `to`. Returns the moment to
 * do so again: the next such boundary, or in a minute. Doing it twice does no harm.
 */
export async function announceSaleBoundaries({ from, to }: { from: Date; to: Date }): Promise<Date> {
  const horizon = new Date(Number(to) + LOOK_AGAIN_MS)
  const boundaries = await findBoundaries({ from, to, horizon })
  const past = boundaries.filter(({ isPast }) => isPast)
  if (past.length > 0) await transaction((tx) => enqueue(tx, ...jobsFor(past, to)))
  const upcoming = boundaries.flatMap(({ next }) => (next && next < horizon ? [Number(next)] : []))
  return new Date(Math.min(Number(horizon), ...upcoming))
}

async function findBoundaries({ from, to, horizon }: { from: Date; to: Date; horizon: Date }): Promise<Boundary[]> {
  const within = { $gt: from, $lte: horizon }
  const found = await products()
    .find(
      {
        $or: [
          { variants: { $elemMatch: { 'sale.startsAt': within } } },
          { variants: { $elemMatch: { 'sale.endsAt': within } } },
        ],
      },
      { projection: { category: 1, 'variants.sale': 1 }, maxTimeMS: MAX_TIME_MS },
    )
    .toArray()
  return found.map((document) => {
    const { _id, category, variants } = parseDocument(onSaleSchema, document)
    const moments = variants.flatMap(({ sale }) => (sale ? [sale.startsAt, sale.endsAt] : []))
    const isPast = moments.some((moment) => moment > from && moment <= to)
    return { id: _id.toHexString(), category, isPast, next: nextPriceChange(variants, to) }
  })
}

function jobsFor(boundaries: Boundary[], since: Date): Job[] {
  const batches = Array.from({ length: Math.ceil(boundaries.length / BATCH) }, (_, index) =>
    boundaries.slice(index * BATCH, (index + 1) * BATCH),
  )
  return batches.map((batch) => ({
    name: 'catalogue.changed',
    data: {
      productIds: batch.map(({ id }) => id),
      categories: [...new Set(batch.map(({ category }) => category))],
      home: true,
      since: since.toISOString(),
    },
  }))
}
