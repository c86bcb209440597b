import { toFailure } from '@/lib/actions/define-action'
import { readCart } from '@/lib/queries/cart'

const headers = { 'cache-control': 'no-store' }

/** What is personal in the static pages: the visitor's cart, in one call. */
export async function GET(): Promise<Response> {
  try {
    return Response.json(await readCart(), { headers })
  } catch (error) {
    const failure = toFailure(error)
    return Response.json(failure, { status: failure.code === 'unavailable' ? 503 : 500, headers })
  }
}
