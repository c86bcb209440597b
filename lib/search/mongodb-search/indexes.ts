import { z } from 'zod'
import { categoryDocumentSchema } from '@/lib/contracts/category'
import { categories, MAX_TIME_MS, mongo } from '@/lib/db/mongo'
import { type FilterKeys, filterKeys, indexDefinition, indexName, SYNONYMS } from './definition'
import { searchProducts } from './keeper'

const schemaSchema = categoryDocumentSchema.pick({ path: true, specs: true })
const indexSchema = z.object({ name: z.string(), queryable: z.boolean() })
const MOST_CATEGORIES = 10_000

/** The schemas of all categories, and the index that is made from them. */
export interface Indexed {
  name: string
  /** Whether it answers already. */
  queryable: boolean
  keys(category: string | undefined): FilterKeys
}

/** Creates the index for the catalogue's schema where it is missing, and tells whether it answers already. */
export async function ensureIndex(): Promise<Indexed> {
  const found = await categories()
    .find({}, { projection: { path: 1, specs: 1 }, limit: MOST_CATEGORIES, maxTimeMS: MAX_TIME_MS })
    .toArray()
  const schemas = found.map((document) => schemaSchema.parse(document))
  const definition = indexDefinition(filterKeys(schemas))
  const name = indexName(definition)
  const keys = keysBy(schemas)
  const [existing] = await searchProducts().listSearchIndexes(name).toArray()
  if (existing) return { name, keys, queryable: indexSchema.parse(existing).queryable }
  const collections = new Set((await mongo().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name))
  for (const needed of [searchProducts().collectionName, SYNONYMS.collection])
    if (!collections.has(needed)) await mongo().createCollection(needed)
  await searchProducts().createSearchIndexes([{ name, type: 'search', definition }])
  return { name, keys, queryable: false }
}

/** What a listing of a category counts: its own schema. One that has none counts what all products have. */
export function keysBy(schemas: z.infer<typeof schemaSchema>[]): Indexed['keys'] {
  const byPath = new Map(schemas.map((schema) => [schema.path, filterKeys([schema])]))
  const none = filterKeys([])
  return (category) => (category === undefined ? none : (byPath.get(category) ?? none))
}
