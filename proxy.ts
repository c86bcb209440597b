import { type NextRequest, NextResponse } from 'next/server'
import { isProduct } from '@/lib/queries/catalog/product-address'
import { isOrder } from '@/lib/queries/orders'

const ORDER = /^\/orders\/([^/]+)$/
const REVIEWS = /^\/p\/([^/]+)\/reviews$/
const NOWHERE = '/nothing/here' // no route has it, so it is answered with 404 and the page for that

/**
 * What must be decided before a page begins to answer, as its status is sent first. An address that is not well-formed
 * percent-encoding is the sender's mistake: 400, where Next.js would answer 500. An order that nobody placed
 * is a 404, and so are reviews of what does not exist.
 */
export async function proxy(request: NextRequest): Promise<NextResponse | undefined> {
  const { pathname } = request.nextUrl
  try {
    decodeURIComponent(pathname)
  } catch {
    return new NextResponse('That address is not well-formed.\n', { status: 400 })
  }
  // Where the database does not answer, the page says so.
  const isThere = await findWhatItIsAbout(pathname).catch(() => true)
  return isThere ? undefined : NextResponse.rewrite(new URL(NOWHERE, request.url))
}

async function findWhatItIsAbout(pathname: string): Promise<boolean> {
  const orderId = ORDER.exec(pathname)?.[1]
  if (orderId !== undefined) return isOrder(orderId)
  const slug = REVIEWS.exec(pathname)?.[1]
  return slug === undefined || isProduct(slug)
}

// Of all addresses only those with a % in their path, which none of the shop have, of orders,
// and of reviews.
export const config = { matcher: ['/(.*%.*)', '/orders/:id', '/p/:slug/reviews'] }
