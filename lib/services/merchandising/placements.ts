import {
  type MerchandisingDocument,
  type MerchandisingInput,
  type MerchandisingScope,
  merchandisingDocumentSchema,
  merchandisingInputSchema,
  searchKey,
} from '@/lib/contracts/merchandising/merchandising'
import { MAX_TIME_MS, merchandising, parseDocument } from '@/lib/db/mongo'
import { DEFAULT_SORT, type ListingState, SCOPE_SORT } from '@/lib/domain/listing/listing'
import type { Query } from '@/lib/search/search-query'
import { writeForPages } from '../catalog/page-changes'
import { ShortMemory } from '../short-memory'

export type Merchandising = Pick<MerchandisingDocument, 'pinned' | 'buried'>

const FRESH_FOR_MS = 1_000
const MAX_SCOPES = 2_000
// On globalThis, because bundles may contain this module twice, and both copies must share one cache.
const shared = globalThis as typeof globalThis & {
  nexusMerchandising?: ShortMemory<ReadonlyMap<string, Merchandising>>
}
shared.nexusMerchandising ??= new ShortMemory({ forMs: FRESH_FOR_MS, max: 1 })
const kept = shared.nexusMerchandising

/** Returns the products that merchants pinned or buried in this listing; none unless it is sorted by best match. */
export async function pinnedAndBuried(state: ListingState): Promise<Pick<Query, 'pinned' | 'buried'>> {
  const scope = scopeOf(state)
  if (!scope || state.sort !== DEFAULT_SORT || SCOPE_SORT[state.scope] !== DEFAULT_SORT) return {}
  return (await allMerchandising()).get(keyOf(scope)) ?? {}
}

/** Returns the pinned and buried products of a listing as merchants saved them; null if there are none. */
export async function getMerchandising(scope: MerchandisingScope): Promise<Merchandising | null> {
  return (await readAll({ 'scope.type': scope.type, 'scope.key': scope.key })).get(keyOf(scope)) ?? null
}

/**
 * Returns the scope whose merchandising applies to a listing: its search text, else its collection, else its category.
 */
function scopeOf({ q, collection, category }: ListingState): MerchandisingScope | null {
  const text = searchKey(q)
  if (text) return { type: 'search', key: text }
  if (collection !== null) return { type: 'collection', key: collection }
  return category === null ? null : { type: 'category', key: category }
}

const keyOf = ({ type, key }: MerchandisingDocument['scope']) => `${type}:${key}`

/**
 * Returns the merchandising of all listings. Cached for a second, because every listing needs it and it rarely changes.
 */
const allMerchandising = () => kept.get('all', () => readAll({}))

/** Drops the cached merchandising. Call this after a change. */
export const forgetMerchandising = (): void => kept.forget()

async function readAll(filter: object): Promise<Map<string, Merchandising>> {
  const options = { sort: { 'scope.type': 1, 'scope.key': 1 }, limit: MAX_SCOPES, maxTimeMS: MAX_TIME_MS } as const
  const documents = await merchandising().find(filter, options).toArray()
  return new Map(
    documents.map((document) => {
      const { scope, pinned, buried } = parseDocument(merchandisingDocumentSchema, document)
      return [keyOf(scope), { pinned, buried }]
    }),
  )
}

/**
 * Saves the pinned and buried products of a listing and expires its pages. If both are empty, the listing returns to
 * its default order. Throws a ZodError if the input is invalid.
 */
export async function saveMerchandising(input: MerchandisingInput): Promise<void> {
  const { scope, pinned, buried } = merchandisingInputSchema.parse(input)
  const one = { 'scope.type': scope.type, 'scope.key': scope.key }
  await writeForPages(pagesOf(scope), async () => {
    if (pinned.length + buried.length === 0) {
      await merchandising().deleteOne(one, { maxTimeMS: MAX_TIME_MS })
      return
    }
    const set = { $set: { scope, pinned, buried, updatedAt: new Date() } }
    await merchandising().updateOne(one, set, { upsert: true, maxTimeMS: MAX_TIME_MS })
  })
  forgetMerchandising()
}

const pagesOf = ({ type, key }: MerchandisingScope) => ({
  categories: type === 'category' ? [key] : [],
  collections: type === 'collection' ? [key] : [],
})
