import { measureRelevance, relevanceReport } from '@/e2e/relevance/measure'
import { createShutdown } from '@/lib/dev/launcher/process/shutdown'
import { startEphemeralServers } from '@/lib/dev/launcher/servers'
import { withDatabase } from '@/lib/dev/postgres/connection-string'
import { migrate } from '@/lib/dev/postgres/migrations'
import { TEST_SECRET } from '@/lib/dev/testing/test-secret'

const shutdown = createShutdown()

/** Fills separate databases with the demo shop and prints how well search answers the judged queries. */
async function relevance(): Promise<boolean> {
  const { databaseUrl, mongodbUri, stop } = await startEphemeralServers({ say: (line) => console.error(line) })
  shutdown.add(stop)
  const database = `nexus_relevance_${process.pid}`
  Object.assign(process.env, {
    DATABASE_URL: withDatabase(databaseUrl, database),
    MONGODB_URI: withDatabase(mongodbUri, database),
    NEXUS_SECRET: TEST_SECRET,
  })
  await migrate(withDatabase(databaseUrl, database), { isOurs: true })
  console.error('Filling the demo shop')
  const { seed } = await import('@/prisma/seed')
  await seed({ orders: 0 })
  const { searchEngine } = await import('@/lib/search/process-engine')
  console.log(relevanceReport(await measureRelevance()))
  await (await searchEngine()).close()
  return true
}

const isDone = await Promise.race([relevance(), shutdown.requested]).catch((error: Error) => {
  console.error(error)
  return false
})
await shutdown.stopAll()
process.exit(isDone ? 0 : 1)
