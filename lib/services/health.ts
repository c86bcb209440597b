import { pingMongo } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { liveIndex } from '@/lib/search/live'

const PATIENCE_MS = 2_000

export type PartState = 'ok' | 'down'

/** Whether both databases answer and the search index is loaded. Each is given two seconds. */
export async function checkHealth(): Promise<Record<'postgres' | 'mongodb' | 'search', PartState>> {
  const [postgresState, mongodb, search] = await Promise.all([
    stateWithin(async () => void (await postgres().$queryRaw`SELECT 1`)),
    stateWithin(pingMongo),
    stateWithin(async () => {
      if (!(await liveIndex()).ready) throw new Error('closed')
    }),
  ])
  return { postgres: postgresState, mongodb, search }
}

async function stateWithin(ask: () => Promise<void>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => resolve('down'), PATIENCE_MS)
  })
  const answered = ask().then(
    (): PartState => 'ok',
    (): PartState => 'down',
  )
  const state = await Promise.race([answered, tooLate])
  clearTimeout(timer)
  return state
}
