import type { Pool } from 'pg'
import { z } from 'zod'
import { openPool } from '@/lib/db/postgres-pool'
import { bySku, LEDGER_BEFORE_SALES } from '@/lib/db/price-ledger-sql'
import { isOnSale, PRICE_HISTORY_DAYS } from '@/lib/domain/pricing/pricing'
import type { IndexedDocument, SkuFacts } from './store-product'

/** Connections per thread: while one query waits, another can run. */
const CONNECTIONS = 2
/** Number of changes per page. */
export const PAGE = 2_000

const thread = globalThis as typeof globalThis & { nexusSearchPool?: Pool }

/**
 * Returns this thread's connection pool. Uses plain `pg`, because Prisma Client would take up memory in every worker.
 */
function pool(): Pool {
  thread.nexusSearchPool ??= openPool(CONNECTIONS)
  return thread.nexusSearchPool
}

/** Closes this thread's connections, if any. */
export async function closeFacts(): Promise<void> {
  const open = thread.nexusSearchPool
  thread.nexusSearchPool = undefined
  await open?.end()
}

async function rowsOf<S extends z.ZodType>(schema: S, text: string, values: unknown[] = []): Promise<z.infer<S>[]> {
  return z.array(schema).parse((await pool().query(text, values)).rows)
}

const presentSchema = z.object({ now: z.date(), writingSince: z.date() })

/**
 * Returns Postgres' current time, and the start of the oldest open transaction that has written anything (the current
 * time if there is none), in milliseconds since 1970. Needs pg_read_all_stats to see transactions of other roles.
 */
export async function postgresNow(): Promise<{ now: number; writingSince: number }> {
  const text = `SELECT clock.now, least(clock.now, min(a.xact_start)) AS "writingSince"
    FROM (SELECT clock_timestamp() AS now) clock
    LEFT JOIN pg_stat_activity a ON a.datname = current_database() AND a.backend_xid IS NOT NULL
    GROUP BY clock.now`
  const [row] = await rowsOf(presentSchema, text)
  if (!row) throw new Error('Postgres has no clock')
  return { now: row.now.getTime(), writingSince: row.writingSince.getTime() }
}

/** Returns an id of this database, which differs from that of a database created later under the same name. */
export async function postgresIdentity(): Promise<string> {
  const text = 'SELECT oid::text AS id FROM pg_database WHERE datname = current_database()'
  const [database] = await rowsOf(z.object({ id: z.string() }), text)
  const server = 'SELECT system_identifier::text AS id FROM pg_control_system()'
  const [system] = await rowsOf(z.object({ id: z.string() }), server).catch(() => []) // some hosts deny this function
  return `${system?.id}/${database?.id}`
}

const stockSchema = z.object({ sku: z.string(), onHand: z.int() })
const priceSchema = z.object({
  sku: z.string(),
  price: z.int(),
  validFrom: z.date(),
  validUntil: z.date().nullable(),
})

/** Returns the stock of all variants and the price ledger of the variants on sale, with one query each. */
export async function factsOf(documents: IndexedDocument[], now: Date): Promise<SkuFacts> {
  if (documents.length === 0) return { onHand: new Map(), prices: new Map() }
  const ids = documents.map(({ _id }) => _id.toHexString())
  const variants = documents.flatMap(({ variants }) => variants)
  const onSale = variants.filter((variant) => isOnSale(variant, now)).map(({ sku }) => sku)
  const [stock, ledger] = await Promise.all([
    rowsOf(stockSchema, 'SELECT sku, "onHand" FROM "Inventory" WHERE "productId" = ANY($1::bpchar[])', [ids]),
    onSale.length > 0 ? rowsOf(priceSchema, LEDGER_BEFORE_SALES, [onSale, now, PRICE_HISTORY_DAYS]) : [],
  ])
  return { onHand: new Map(stock.map(({ sku, onHand }) => [sku, onHand])), prices: bySku(ledger) }
}

const stockChangeSchema = stockSchema.extend({ productId: z.string(), updatedAt: z.date() })
export type StockChange = z.infer<typeof stockChangeSchema>

/**
 * Selects the page of stock rows that follows a time and a SKU, in index order; any number of rows may have the same
 * time.
 */
export const STOCK_CHANGED = `SELECT sku, "productId", "onHand", "updatedAt" FROM "Inventory"
  WHERE "updatedAt" >= $1 AND ("updatedAt", sku) > ($1, $2) ORDER BY "updatedAt", sku LIMIT $3`

/** Yields the SKUs whose stock has changed since then, in pages, ordered by time. */
export async function* stockChangedSince(since: Date, size = PAGE): AsyncIterable<StockChange[]> {
  let [at, sku] = [since, '']
  for (;;) {
    const page = await rowsOf(stockChangeSchema, STOCK_CHANGED, [at, sku, size])
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < size) return
    at = last.updatedAt
    sku = last.sku
  }
}
