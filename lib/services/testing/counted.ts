import { PrismaPg } from '@prisma/adapter-pg'
import { MongoClient } from 'mongodb'
import { PrismaClient } from '@/lib/db/generated/client'
import { closeMongo } from '@/lib/db/mongo'
import { closePostgres } from '@/lib/db/postgres'
import { env } from '@/lib/env'

/**
 * Result of `work`, and the queries that ran during it: MongoDB commands such as "find products", and the SQL sent to
 * Postgres.
 */
export interface CountedQueries<T> {
  result: T
  mongo: string[]
  postgres: string[]
}

const shared = globalThis as typeof globalThis & { nexusMongo?: MongoClient; nexusPrisma?: PrismaClient }
let mongoAsked: string[] = []
let postgresAsked: string[] = []

/** Replaces the process's database clients with clients that record their queries. */
export async function countQueries(): Promise<void> {
  await Promise.all([closeMongo(), closePostgres()])
  const mongo = new MongoClient(env().MONGODB_URI, { monitorCommands: true, ignoreUndefined: true })
  mongo.on('commandStarted', ({ commandName, command }) => {
    if (['find', 'aggregate', 'getMore', 'count'].includes(commandName))
      mongoAsked.push(`${commandName} ${String(command[commandName])}`)
  })
  const adapter = new PrismaPg({ connectionString: env().DATABASE_URL, max: 4 })
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  prisma.$on('query', ({ query }) => postgresAsked.push(query))
  shared.nexusMongo = mongo
  shared.nexusPrisma = prisma
}

export async function queriesOf<T>(work: () => Promise<T>): Promise<CountedQueries<T>> {
  mongoAsked = []
  postgresAsked = []
  const result = await work()
  return { result, mongo: mongoAsked, postgres: postgresAsked }
}
