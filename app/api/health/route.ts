import { connection } from 'next/server'
import { checkHealth } from '@/lib/services/health'

/** 200 where everything answers, 503 otherwise, with the state of each part: postgres, mongodb, search. */
export async function GET(): Promise<Response> {
  await connection()
  const parts = await checkHealth()
  const down = Object.entries(parts).flatMap(([name, state]) => (state === 'ok' ? [] : [name]))
  const body = down.length === 0 ? { status: 'ok', ...parts } : { status: 'unavailable', down, ...parts }
  return Response.json(body, { status: down.length === 0 ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
