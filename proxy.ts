import { type NextRequest, NextResponse } from 'next/server'
import { currentProductSlug } from '@/lib/queries/catalog/product-address'
import { isOrder } from '@/lib/queries/orders'

const ORDER = /^\/orders\/([^/]+)$/
const REVIEWS = /^\/p\/([^/]+)\/reviews$/
const NOWHERE = '/nothing/here' // no route has it, so it is answered with 404 and the page for that

/**
 * What must be decided before a page begins to answer, as its status is sent first. An address that is not well-formed
 * percent-encoding is the sender's mistake: 400, where Next.js would answer 500. An order that nobody placed
 * is a 404, and so are reviews of what does not exist; those of a product with another address by now are a 308.
 */
export async function proxy(request: NextRequest): Promise<NextResponse | undefined> {
  const { pathname } = request.nextUrl
  try {
    decodeURIComponent(pathname)
  } catch {
    return new NextResponse('That address is not well-formed.\n', { status: 400 })
  }
  // Where the database does not answer, the page says so.
  const now = await currentPath(pathname).catch(() => pathname)
  if (now === null) return NextResponse.rewrite(new URL(NOWHERE, request.url))
  return now === pathname ? undefined : NextResponse.redirect(new URL(now + request.nextUrl.search, request.url), 308)
}

/** The path under which what was asked for is found today; null where it does not exist. */
async function currentPath(pathname: string): Promise<string | null> {
  const orderId = ORDER.exec(pathname)?.[1]
  if (orderId !== undefined) return (await isOrder(orderId)) ? pathname : null
  const slug = REVIEWS.exec(pathname)?.[1]
  if (slug === undefined) return pathname
  const current = await currentProductSlug(slug)
  return current && `/p/${current}/reviews`
}

// Of all addresses only those with a % in their path, which none of the shop have, of orders,
// and of reviews.
export const config = { matcher: ['/(.*%.*)', '/orders/:id', '/p/:slug/reviews'] }
