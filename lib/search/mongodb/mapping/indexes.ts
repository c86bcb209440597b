import { z } from 'zod'
import { categoryDocumentSchema } from '@/lib/contracts/catalog/category'
import { categories, MAX_CATEGORIES, MAX_TIME_MS, mongo } from '@/lib/db/mongo'
import { searchProducts } from '../search-collections'
import { type FilterKeys, filterKeys, indexDefinition, indexName, SYNONYMS } from './definition'

const schemaSchema = categoryDocumentSchema.pick({ path: true, specs: true })
const indexSchema = z.object({ name: z.string(), queryable: z.boolean() })

/** The search index that matches the current category schemas. */
export interface Indexed {
  name: string
  /** Whether MongoDB has finished building the index. */
  queryable: boolean
  keys(category: string | undefined): FilterKeys
}

/** Returns the index for the current category schemas; creates it if it is missing. */
export async function ensureIndex(): Promise<Indexed> {
  const found = await categories()
    .find({}, { projection: { path: 1, specs: 1 }, limit: MAX_CATEGORIES, maxTimeMS: MAX_TIME_MS })
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

/**
 * Returns a function that maps a category to its filter keys: those of its own schema, or those shared by all schemas
 * below it.
 */
export function keysBy(schemas: z.infer<typeof schemaSchema>[]): Indexed['keys'] {
  const known = new Map<string | undefined, FilterKeys>()
  return (category) => {
    const keys = known.get(category) ?? sharedKeys(schemasUnder(schemas, category))
    if (known.size < MAX_CATEGORIES) known.set(category, keys)
    return keys
  }
}

/**
 * Returns the schemas of this category's leaves, that is, of categories without subcategories; only these have
 * products.
 */
function schemasUnder(schemas: z.infer<typeof schemaSchema>[], category: string | undefined) {
  const isAt = (path: string) => category === undefined || path === category || path.startsWith(`${category}/`)
  const isLeaf = (path: string) => !schemas.some((other) => other.path.startsWith(`${path}/`))
  return schemas.filter(({ path }) => isAt(path) && isLeaf(path))
}

function sharedKeys(schemas: z.infer<typeof schemaSchema>[]): FilterKeys {
  const [first = filterKeys([]), ...rest] = schemas.map((schema) => filterKeys([schema]))
  const common = (name: keyof FilterKeys) => first[name].filter((key) => rest.every((keys) => keys[name].includes(key)))
  return { specs: common('specs'), numbers: common('numbers'), options: common('options') }
}
