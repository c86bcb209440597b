import { connection } from 'next/server'
import { checkHealth } from '@/lib/services/health'

/**
 * Returns the state of postgres, mongodb, search and pages as JSON. The status is 200 if all are available, otherwise
 * 503 with the reasons. While the search index loads, `index` contains its progress.
 */
export async function answerHealth(): Promise<Response> {
  await connection()
  const { parts, reason, index } = await checkHealth()
  const down = Object.entries(parts).flatMap(([name, state]) => (state === 'ok' ? [] : [name]))
  const body = reason === null ? { status: 'ok', ...parts } : { status: 'unavailable', reason, down, ...parts, index }
  return Response.json(body, { status: reason === null ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
