import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { env } from '@/lib/env'
import { type Prisma, PrismaClient } from './generated/client'

/** A transaction: passed to whoever writes in it, opened by the use case alone. */
export type Tx = Prisma.TransactionClient

const WAIT_FOR_CONNECTION_MS = 30_000 // a rush is a queue, not an error
const TRANSACTION_TIMEOUT_MS = 15_000
const STATEMENT_TIMEOUT_MS = 15_000
const SILENCE_MS = 20_000 // a server that cannot even say that it ended a statement

const store = globalThis as typeof globalThis & { nexusPrisma?: PrismaClient }

/** The Postgres client of this process; connects on first use. */
export function postgres(): PrismaClient {
  store.nexusPrisma ??= new PrismaClient({
    adapter: new PrismaPg(openPool(), { disposeExternalPool: true }),
    transactionOptions: { maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return store.nexusPrisma
}

function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    idleTimeoutMillis: 30_000,
  })
  // On its way from one user to the next a connection has nobody who listens, and its end would end the process. Whoever
  // uses it next fails and says so.
  pool.on('connect', (connection) => connection.on('error', () => {}))
  return pool
}

/** Runs `work` in one interactive transaction, read committed. It rolls back when `work` throws. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return postgres().$transaction(work)
}

/** Ends this process's connections, if it has any; the next call of `postgres` opens new ones. */
export async function closePostgres(): Promise<void> {
  await store.nexusPrisma?.$disconnect()
  store.nexusPrisma = undefined
}
