import type { Pool } from 'pg'
import { z } from 'zod'
import { openPool } from '@/lib/db/postgres-pool'
import { bySku, LEDGER_BEFORE_SALES } from '@/lib/db/price-ledger-sql'
import { isOnSale, PRICE_HISTORY_DAYS } from '@/lib/domain/pricing/pricing'
import type { IndexedDocument, SkuFacts } from './store-product'

/** One reads while the other waits for its turn. */
const CONNECTIONS = 2
/** Changes are read so many at a time, however many there are. */
export const PAGE = 2_000

const thread = globalThis as typeof globalThis & { nexusSearchPool?: Pool }

/** Without Prisma, whose engine every thread would hold in memory a second time. */
function pool(): Pool {
  thread.nexusSearchPool ??= openPool(CONNECTIONS)
  return thread.nexusSearchPool
}

/** Ends the connections of this thread that the index reads by, if it has any. */
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
 * The present moment by Postgres' own clock, and when the oldest transaction began that has written and is still open (the
 * present where there is none), in milliseconds since 1970. Those of other roles are seen only by pg_read_all_stats.
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

/** What tells this database from any other, also from one of the same name that was made anew. */
export async function postgresIdentity(): Promise<string> {
  const text = 'SELECT oid::text AS id FROM pg_database WHERE datname = current_database()'
  const [database] = await rowsOf(z.object({ id: z.string() }), text)
  const server = 'SELECT system_identifier::text AS id FROM pg_control_system()'
  const [system] = await rowsOf(z.object({ id: z.string() }), server).catch(() => []) // some hosts forbid to ask
  return `${system?.id}/${database?.id}`
}

const stockSchema = z.object({ sku: z.string(), onHand: z.int() })
const priceSchema = z.object({
  sku: z.string(),
  price: z.int(),
  validFrom: z.date(),
  validUntil: z.date().nullable(),
})

/** One query for the stock of all, and one for the price ledger where anything is on sale. */
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

/** The next page of them after a moment and a SKU, from an index in its order: any number of rows may bear one moment. */
export const STOCK_CHANGED = `SELECT sku, "productId", "onHand", "updatedAt" FROM "Inventory"
  WHERE "updatedAt" >= $1 AND ("updatedAt", sku) > ($1, $2) ORDER BY "updatedAt", sku LIMIT $3`

/** SKUs whose stock changed since, in the order of change, a page at a time. */
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
