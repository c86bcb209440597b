import { toFailure } from '@/lib/actions/define-action'
import { quoteSchema } from '@/lib/contracts/checkout'
import { readQuote } from '@/lib/queries/checkout'

const headers = { 'cache-control': 'no-store' }

/** What the visitor's cart costs: `?country=AT&deliveryMethod=EXPRESS`. Null where it is empty. */
export async function GET(request: Request): Promise<Response> {
  const input = quoteSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!input.success) return Response.json({ ok: false, code: 'invalid_input' }, { status: 400, headers })
  try {
    return Response.json(await readQuote(input.data), { headers })
  } catch (error) {
    const failure = toFailure(error)
    return Response.json(failure, { status: failure.code === 'unavailable' ? 503 : 500, headers })
  }
}
