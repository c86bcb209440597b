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

/** A shop has fewer, and no query asks for more. */
export const MOST_CATEGORIES = 10_000
/** No query of the store runs longer. */
export const MAX_TIME_MS = 5_000
/** A server that says nothing for so long is taken for dead; building an index may take a while. */
const SILENCE_MS = 30_000

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
  // One whose very first connection failed stays closed for ever: whoever asks next opens another.
  opened.once('topologyClosed', () => {
    if (store.nexusMongo === opened) store.nexusMongo = undefined
  })
  return opened
}

/** The catalogue's database: the one that MONGODB_URI names, else `nexus`. */
export function mongo(): Db {
  return client().db(mongoDatabaseName(env().MONGODB_URI))
}

export const products = (): Collection<ProductDocument> => mongo().collection('products')
export const categories = (): Collection<CategoryDocument> => mongo().collection('categories')
export const collections = (): Collection<CollectionDocument> => mongo().collection('collections')
export const merchandising = (): Collection<MerchandisingDocument> => mongo().collection('merchandising')
export const synonyms = (): Collection<SynonymDocument> => mongo().collection('synonyms')

/** Of each product that was deleted: when, by the database's clock. What else would tell an index that was not running? */
export interface Tombstone {
  _id: ObjectId
  deletedAt: Date
}
export const tombstones = (): Collection<Tombstone> => mongo().collection('tombstones')

const DAY_SECONDS = 24 * 60 * 60
/** How long a tombstone is kept: longer than any snapshot of an index is used. */
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

/** Creates the collections, their indexes and, where the server has validators, the validator made from the schema. */
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
 * The present moment by MongoDB's own clock, which is the one that `updatedAt` goes by: changes set it with `$currentDate`,
 * documents that are inserted get this, asked for just before.
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
    // The schema is enforced by every write of ours all the same, so no store stays closed for this.
    if (!(error instanceof MongoServerError)) throw error
    if (lacksValidators(error) || store.nexusMongoWarned) return
    store.nexusMongoWarned = true
    console.warn(`MongoDB does not check the documents of ${collection} itself: ${error.message}`)
  }
}

// FailedToParse, CommandNotFound, InvalidOptions, CommandNotSupported: what servers without collMod or validators say.
const WITHOUT_VALIDATORS = [9, 59, 72, 115]
const lacksValidators = ({ code }: MongoServerError) => WITHOUT_VALIDATORS.includes(Number(code))

/** Answers when MongoDB does; throws when it does not within the selection time. */
export async function pingMongo(): Promise<void> {
  await mongo().command({ ping: 1, maxTimeMS: MAX_TIME_MS })
}

/** The document if it is sound; a clear error that names it and what is wrong if not. */
export function parseDocument<S extends z.ZodType>(schema: S, document: Document): z.infer<S> {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  throw new Error(`The document ${String(document._id)} does not fit its schema: ${z.prettifyError(result.error)}`)
}

/** Ends this process's connections, if it has any; the next call of `mongo` opens new ones. */
export async function closeMongo(): Promise<void> {
  await store.nexusMongo?.close()
  store.nexusMongo = undefined
}
