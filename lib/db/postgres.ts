import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { type Prisma, PrismaClient } from './generated/client'
import { openPool, WAIT_FOR_CONNECTION_MS } from './postgres-pool'

/** A transaction: passed to whoever writes in it, opened by the use case alone. */
export type Tx = Prisma.TransactionClient

const TRANSACTION_TIMEOUT_MS = 15_000

const store = globalThis as typeof globalThis & { nexusPrisma?: PrismaClient }

/** The Postgres client of this process; connects on first use. */
export function postgres(): PrismaClient {
  store.nexusPrisma ??= new PrismaClient({
    adapter: new PrismaPg(openPool(env().DATABASE_POOL), { disposeExternalPool: true }),
    transactionOptions: { maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return store.nexusPrisma
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
