import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { DomainError, headersOf, statusOf, toFailure } from '@/lib/errors'

const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/**
 * Returns the result of `work` as an uncached JSON response. If it throws, the response has the failure's code, message
 * and status.
 */
export async function answerJson(work: () => Promise<object>): Promise<Response> {
  return answer(async () => Response.json(await work(), { headers }))
}

/** Like `answerJson`, but for `work` that returns JSON text. */
export async function answerJsonText(work: () => Promise<string>): Promise<Response> {
  return answer(async () => new Response(await work(), { headers: { ...headers, 'content-type': 'application/json' } }))
}

async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    unstable_rethrow(error)
    const failure = toFailure(error)
    return Response.json(failure, { status: statusOf(failure), headers: { ...headers, ...headersOf(failure) } })
  }
}

/**
 * Returns the request's parsed query parameters; if one occurs more than once, the first value counts. Throws
 * `invalid_input` with a list of all faults.
 */
export function parseQuery<S extends z.ZodType>(request: Request, schema: S): z.infer<S> {
  const query: Record<string, string> = Object.create(null)
  for (const [name, value] of new URL(request.url).searchParams) query[name] ??= value
  const result = schema.safeParse(query)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${String(path[0] ?? 'The query')} ${message}`)
  throw new DomainError('invalid_input', `${faults.join('. ')}.`)
}
