import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { type Prisma, PrismaClient } from './generated/client'
import { openPool, WAIT_FOR_CONNECTION_MS } from './postgres-pool'

/** A transaction. Only use cases open one; functions that write receive it. */
export type Tx = Prisma.TransactionClient

const TRANSACTION_TIMEOUT_MS = 15_000

const store = globalThis as typeof globalThis & { nexusPrisma?: PrismaClient }

/** Returns this process's Postgres client, which connects on first use. */
export function postgres(): PrismaClient {
  store.nexusPrisma ??= new PrismaClient({
    adapter: new PrismaPg(openPool(env().DATABASE_POOL), { disposeExternalPool: true }),
    transactionOptions: { maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return store.nexusPrisma
}

/** Runs `work` in one interactive transaction (read committed). Rolls back if `work` throws. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return postgres().$transaction(work)
}

/** Closes this process's connections; the next call of `postgres` opens new ones. */
export async function closePostgres(): Promise<void> {
  await store.nexusPrisma?.$disconnect()
  store.nexusPrisma = undefined
}
