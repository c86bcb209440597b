import { pingMongo } from '@/lib/db/mongo'
import { pingPostgres } from '@/lib/db/postgres'
import { percentLoaded } from '@/lib/search/engine-supervisor'
import { searchEngineState } from '@/lib/search/process-engine'
import { arePagesFresh } from './content/follow-pages'

const PATIENCE_MS = 2_000

export type PartState = 'ok' | 'down' | 'loading'

export interface Health {
  parts: Record<'postgres' | 'mongodb' | 'search' | 'pages', PartState>
  /** Description of the problem for operators; null if everything is in order. */
  reason: string | null
  /** Progress of loading the search index, in products; present only while it loads. */
  index?: { done: number; total: number | null }
}

/**
 * Checks that both databases answer within two seconds, that the search index is loaded, and that all pages cached
 * before the start of the process have expired.
 */
export async function checkHealth(): Promise<Health> {
  const state = searchEngineState()
  const [postgresState, mongodb] = await Promise.all([
    stateWithin(() => pingPostgres(PATIENCE_MS)),
    stateWithin(pingMongo),
  ])
  const search = state.is === 'ready' ? 'ok' : state.is === 'loading' ? 'loading' : 'down'
  const pages = arePagesFresh() ? 'ok' : 'loading'
  const reasons = [
    ...(postgresState === 'ok' ? [] : ['Postgres does not answer']),
    ...(mongodb === 'ok' ? [] : ['MongoDB does not answer']),
    ...(state.is === 'loading' ? [`search index is loading: ${percentLoaded(state)} %`] : []),
    ...(state.is === 'ready' && pages === 'loading' ? ['pages from before the start are being expired'] : []),
    ...(state.is === 'down' || state.is === 'closed' ? ['search index was lost and will be loaded again'] : []),
  ]
  return {
    parts: { postgres: postgresState, mongodb, search, pages },
    reason: reasons.join('; ') || null,
    ...(state.is === 'loading' && { index: { done: state.done, total: state.total } }),
  }
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
