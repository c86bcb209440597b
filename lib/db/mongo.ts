import { type Collection, type Db, type Document, type IndexDescription, MongoClient, MongoServerError } from 'mongodb'
import { z } from 'zod'
import { type CategoryDocument, categoryDocumentSchema } from '@/lib/contracts/category'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/product'
import { env } from '@/lib/env'
import { jsonSchemaOf } from './json-schema'

const DEFAULT_DATABASE = 'nexus'
/** No query of the store runs longer. */
export const MAX_TIME_MS = 5_000

const store = globalThis as typeof globalThis & { nexusMongo?: MongoClient }

function client(): MongoClient {
  store.nexusMongo ??= new MongoClient(env().MONGODB_URI, {
    appName: 'nexus',
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 3_000,
    ignoreUndefined: true,
  })
  return store.nexusMongo
}

/** The catalogue's database: the one that MONGODB_URI names, else `nexus`. */
export function mongo(): Db {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(env().MONGODB_URI) ?? []
  return client().db(name ? decodeURIComponent(name) : DEFAULT_DATABASE)
}

export const products = (): Collection<ProductDocument> => mongo().collection('products')
export const categories = (): Collection<CategoryDocument> => mongo().collection('categories')

const INDEXES: Record<'products' | 'categories', IndexDescription[]> = {
  products: [
    { key: { slug: 1 }, name: 'slug', unique: true },
    { key: { 'variants.sku': 1 }, name: 'sku', unique: true },
    { key: { category: 1, status: 1 }, name: 'category_status' },
    { key: { updatedAt: 1, _id: 1 }, name: 'updatedAt' },
    { key: { 'variants.sale.startsAt': 1 }, name: 'sale_start' },
    { key: { 'variants.sale.endsAt': 1 }, name: 'sale_end' },
  ],
  categories: [
    { key: { path: 1 }, name: 'path', unique: true },
    { key: { updatedAt: 1 }, name: 'updatedAt' },
  ],
}
const SCHEMAS = { products: productDocumentSchema, categories: categoryDocumentSchema }

/** Creates the collections, their indexes and, where the server has validators, the validator made from the schema. */
export async function prepareMongo(): Promise<void> {
  const existing = new Set((await mongo().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name))
  for (const name of ['products', 'categories'] as const) {
    const validator = { $jsonSchema: jsonSchemaOf(SCHEMAS[name]) }
    if (!existing.has(name)) await mongo().createCollection(name).catch(ignoreExisting)
    await setValidator(name, validator)
    await mongo().collection(name).createIndexes(INDEXES[name])
  }
}

const NAMESPACE_EXISTS = 48
function ignoreExisting(error: unknown): void {
  if (!(error instanceof MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error
}

async function setValidator(collection: string, validator: Document): Promise<void> {
  try {
    await mongo().command({ collMod: collection, validator, validationLevel: 'strict' })
  } catch (error) {
    // A server without validators answers with a command error; the schema is still enforced by every write of ours.
    if (!(error instanceof MongoServerError)) throw error
  }
}

/** Answers when MongoDB does; throws when it does not within the selection time. */
export async function pingMongo(): Promise<void> {
  await mongo().command({ ping: 1 })
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
