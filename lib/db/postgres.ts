import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { env } from '@/lib/env'
import { type Prisma, PrismaClient } from './generated/client'
import { openPool, WAIT_FOR_CONNECTION_MS } from './postgres-pool'
import { retryConflicts } from './retry'

/** A transaction. Services open transactions and pass them to the functions that write. */
export type Tx = Prisma.TransactionClient

const TRANSACTION_TIMEOUT_MS = 15_000

const store = globalThis as typeof globalThis & { nexusPrisma?: PrismaClient; nexusPool?: Pool; nexusPingPool?: Pool }

/**
 * Returns this process's connection pool, which Prisma also uses. Only for statements that run so often that Prisma
 * would be too slow.
 */
export function postgresPool(): Pool {
  store.nexusPool ??= openPool(env().DATABASE_POOL)
  return store.nexusPool
}

/** Returns this process's Postgres client, which connects on first use. */
export function postgres(): PrismaClient {
  store.nexusPrisma ??= new PrismaClient({
    adapter: new PrismaPg(postgresPool(), { disposeExternalPool: true }),
    transactionOptions: { maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return store.nexusPrisma
}

/**
 * Runs `work` in one interactive transaction (read committed), and rolls back if `work` throws. Runs it again if
 * Postgres aborted it to resolve a deadlock, so `work` must have no effects besides its writes through `tx`.
 */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return retryConflicts(() => postgres().$transaction(work))
}

/** Resolves if Postgres answers. Uses a connection outside the pool, because a full pool is not an outage. */
export async function pingPostgres(timeoutMs: number): Promise<void> {
  store.nexusPingPool ??= openPool(1, { connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs })
  await store.nexusPingPool.query('SELECT 1')
}

/** Closes this process's connections; the next call to `postgres` opens new ones. */
export async function closePostgres(): Promise<void> {
  const { nexusPrisma, nexusPool, nexusPingPool } = store
  store.nexusPrisma = undefined
  store.nexusPool = undefined
  store.nexusPingPool = undefined
  await Promise.all([nexusPrisma?.$disconnect(), nexusPingPool?.end()])
  if (nexusPool && !nexusPool.ended) await nexusPool.end()
}
