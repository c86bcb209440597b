import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { liveSchema } from '@/lib/contracts/catalog/product-view'
import { listingViewSchema, suggestionsSchema } from '@/lib/contracts/listing/listing'
import { votedReviewPageSchema } from '@/lib/contracts/reviews'
import { products } from '@/lib/db/mongo'
import { type LooseListing, listingState } from '@/lib/domain/listing/listing'
import { ALL_REVIEWS } from '@/lib/domain/reviews/review'
import { searchEngine } from '@/lib/search/process-engine'
import { viewedProducts } from '@/lib/services/catalog/products'
import { liveStock } from '@/lib/services/inventory/live-stock'
import { listing } from '@/lib/services/listing/search'
import { suggest } from '@/lib/services/listing/suggestions'
import { reviewPage } from '@/lib/services/reviews/reviews'
import { seed } from '@/prisma/seed'

let ids: string[] = []

beforeAll(async () => {
  await seed({ products: 300, orders: 0 })
  const some = await products()
    .find({ 'rating.count': { $gt: 0 } }, { projection: { _id: 1 } })
    .limit(20)
    .toArray()
  ids = some.map(({ _id }) => String(_id))
})

afterAll(async () => (await searchEngine()).close())

/**
 * Expects the schema to keep every field of an answer, because the browser drops fields that the schema does not know.
 */
const expectRead = (schema: z.ZodType, answer: unknown) => {
  const sent: unknown = JSON.parse(JSON.stringify(answer))
  expect(schema.parse(sent)).toEqual(sent)
}

it.each<[string, LooseListing]>([
  ['the shop', {}],
  ['a category', { category: 'electronics/laptops' }],
  ['a filtered category', { category: 'electronics/laptops', filters: [['brand', ['halden']]], inStock: true }],
  ['a price range', { price: { min: 1_000, max: 50_000 }, rating: 3, sort: '-price', page: 2 }],
  ['deals', { scope: 'deals' }],
  ['a text', { q: 'lamp' }],
  ['a text with a typo', { q: 'laptpo' }],
  ['nothing', { q: 'qqxqqz' }],
])('the listing of %s fits its contract', async (_, state) => {
  expectRead(listingViewSchema, await listing(listingState(state)))
})

it.each(['l', 'lam', 'red shoes under 80', 'qqxqqz'])('suggestions for %j fit their contract', async (text) => {
  expectRead(suggestionsSchema, await suggest(text))
})

it('live stock and recently viewed products fit their contract', async () => {
  expect(ids).toHaveLength(20)
  expectRead(liveSchema, { stock: await liveStock(ids), viewed: await viewedProducts(ids) })
})

it('reviews fit their contract', async () => {
  const page = await reviewPage({ product: ids[0]!, ...ALL_REVIEWS })
  expect(page.reviews.length).toBeGreaterThan(0)
  expectRead(votedReviewPageSchema, { ...page, voted: page.reviews.map(({ id }) => id) })
})
