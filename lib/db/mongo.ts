import {
  type Collection,
  type Db,
  type Document,
  type IndexDescription,
  MongoClient,
  MongoServerError,
  type ObjectId,
} from 'mongodb'
import { z } from 'zod'
import { type CategoryDocument, categoryDocumentSchema } from '@/lib/contracts/catalog/category'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/catalog/product'
import { type CollectionDocument, collectionDocumentSchema } from '@/lib/contracts/merchandising/collection'
import { type MerchandisingDocument, merchandisingDocumentSchema } from '@/lib/contracts/merchandising/merchandising'
import { type SynonymDocument, synonymDocumentSchema } from '@/lib/contracts/merchandising/synonym'
import { env } from '@/lib/env'
import { jsonSchemaOf } from './json-schema'
import { mongoDatabaseName } from './mongo-database'

/** Maximum number of categories that a query reads. */
export const MAX_CATEGORIES = 10_000
/** Maximum duration of a query in ms. */
export const MAX_TIME_MS = 5_000
/**
 * Time without traffic in ms after which a connection is dropped. Long, because MongoDB sends nothing while it builds
 * an index.
 */
const SILENCE_MS = 30_000

/** How often the driver looks for stale connections in a pool. */
const POOL_CHECK_MS = 10_000

const store = globalThis as typeof globalThis & { nexusMongo?: MongoClient; nexusMongoWarned?: boolean }

function client(): MongoClient {
  store.nexusMongo ??= openClient()
  return store.nexusMongo
}

function openClient(): MongoClient {
  const opened = new MongoClient(env().MONGODB_URI, {
    appName: 'nexus',
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 3_000,
    socketTimeoutMS: SILENCE_MS,
    ignoreUndefined: true,
  })
  // By default, the driver checks ten times a second whether a pool has its minimum size, although that is zero here.
  // These checks would take half of the CPU time of an idle process. The constructor does not accept this setting.
  Object.assign(opened.options, { minPoolSizeCheckFrequencyMS: POOL_CHECK_MS })
  // A client whose first connection failed stays closed, so the next caller must create another one.
  opened.once('topologyClosed', () => {
    if (store.nexusMongo === opened) store.nexusMongo = undefined
  })
  return opened
}

/** Returns the catalogue's database: the one named in MONGODB_URI, otherwise `nexus`. */
export function mongo(): Db {
  return client().db(mongoDatabaseName(env().MONGODB_URI))
}

export const products = (): Collection<ProductDocument> => mongo().collection('products')
export const categories = (): Collection<CategoryDocument> => mongo().collection('categories')
export const collections = (): Collection<CollectionDocument> => mongo().collection('collections')
export const merchandising = (): Collection<MerchandisingDocument> => mongo().collection('merchandising')
export const synonyms = (): Collection<SynonymDocument> => mongo().collection('synonyms')

/**
 * A deleted product and the time of its deletion by MongoDB's clock. Search indexes that were offline then learn of it
 * here.
 */
export interface Tombstone {
  _id: ObjectId
  deletedAt: Date
}
export const tombstones = (): Collection<Tombstone> => mongo().collection('tombstones')

const DAY_SECONDS = 24 * 60 * 60
/** Number of days for which tombstones are kept. Index snapshots are never used for longer than this. */
export const TOMBSTONE_DAYS = 30

const INDEXES: Record<keyof typeof SCHEMAS, IndexDescription[]> = {
  products: [
    { key: { slug: 1 }, name: 'slug', unique: true },
    { key: { formerSlugs: 1 }, name: 'formerSlugs', sparse: true },
    { key: { 'variants.sku': 1 }, name: 'sku', unique: true },
    { key: { category: 1, status: 1, _id: 1 }, name: 'category_status_id' },
    { key: { updatedAt: 1, _id: 1 }, name: 'updatedAt' },
    { key: { 'variants.sale.startsAt': 1 }, name: 'sale_start' },
    { key: { 'variants.sale.endsAt': 1 }, name: 'sale_end' },
  ],
  categories: [
    { key: { path: 1 }, name: 'path', unique: true },
    { key: { updatedAt: 1 }, name: 'updatedAt' },
  ],
  collections: [
    { key: { slug: 1 }, name: 'slug', unique: true },
    { key: { formerSlugs: 1 }, name: 'formerSlugs', sparse: true },
    { key: { status: 1, order: 1 }, name: 'status_order' },
    { key: { products: 1 }, name: 'products' },
  ],
  merchandising: [{ key: { 'scope.type': 1, 'scope.key': 1 }, name: 'scope', unique: true }],
  synonyms: [{ key: { updatedAt: 1 }, name: 'updatedAt' }],
}
const SCHEMAS = {
  products: productDocumentSchema,
  categories: categoryDocumentSchema,
  collections: collectionDocumentSchema,
  merchandising: merchandisingDocumentSchema,
  synonyms: synonymDocumentSchema,
}

/** Creates the collections, their indexes and, if the server supports them, validators derived from the schemas. */
export async function prepareMongo(): Promise<void> {
  const existing = new Set((await mongo().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name))
  for (const name of Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]) {
    const validator = { $jsonSchema: jsonSchemaOf(SCHEMAS[name]) }
    if (!existing.has(name)) await mongo().createCollection(name).catch(ignoreExisting)
    await setValidator(name, validator)
    await mongo().collection(name).createIndexes(INDEXES[name])
  }
  await tombstones().createIndexes([
    { key: { deletedAt: 1 }, name: 'deletedAt', expireAfterSeconds: TOMBSTONE_DAYS * DAY_SECONDS },
  ])
}

const helloSchema = z.object({ localTime: z.date() })

/**
 * Returns the current time by MongoDB's clock, which every `updatedAt` must come from. Updates use `$currentDate`; for
 * inserts, call this just before.
 */
export async function mongoNow(): Promise<Date> {
  return helloSchema.parse(await mongo().command({ hello: 1, maxTimeMS: MAX_TIME_MS })).localTime
}

const NAMESPACE_EXISTS = 48
function ignoreExisting(error: unknown): void {
  if (!(error instanceof MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error
}

async function setValidator(collection: string, validator: Document): Promise<void> {
  try {
    await mongo().command({ collMod: collection, validator, validationLevel: 'strict' })
  } catch (error) {
    // The store can start without a validator, because its own code validates what it writes.
    if (!(error instanceof MongoServerError)) throw error
    if (lacksValidators(error) || store.nexusMongoWarned) return
    store.nexusMongoWarned = true
    console.warn(`MongoDB does not validate the documents of ${collection}: ${error.message}`)
  }
}

// FailedToParse, CommandNotFound, InvalidOptions, CommandNotSupported: codes of servers without collMod or validators.
const WITHOUT_VALIDATORS = [9, 59, 72, 115]
const lacksValidators = ({ code }: MongoServerError) => WITHOUT_VALIDATORS.includes(Number(code))

/** Resolves if MongoDB answers; rejects after the server selection timeout. */
export async function pingMongo(): Promise<void> {
  await mongo().command({ ping: 1, maxTimeMS: MAX_TIME_MS })
}

/** Returns the parsed document. Throws an error with the document's id and its faults if it is invalid. */
export function parseDocument<S extends z.ZodType>(schema: S, document: Document): z.infer<S> {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  throw new Error(`The document ${String(document._id)} does not fit its schema: ${z.prettifyError(result.error)}`)
}

/**
 * Returns the parsed document, or null if it is invalid. Invalid documents are logged with their id, so that a batch
 * can go on without them.
 */
export function soundDocument<S extends z.ZodType>(schema: S, document: Document): z.infer<S> | null {
  try {
    return parseDocument(schema, document)
  } catch (error) {
    console.error(`Skipped. ${error instanceof Error ? error.message : error}`)
    return null
  }
}

/** Closes this process's connections; the next call to `mongo` opens new ones. */
export async function closeMongo(): Promise<void> {
  await store.nexusMongo?.close()
  store.nexusMongo = undefined
}
