import { type NextRequest, NextResponse } from 'next/server'
import { isOrder } from '@/lib/queries/orders'

const ORDER = /^\/orders\/([^/]+)$/
const NOWHERE = '/nothing/here' // no route has it, so it is answered with 404 and the page for that

/**
 * What must be decided before a page begins to answer, as its status is sent first. An address that is not well-formed
 * percent-encoding is the sender's mistake: 400, where Next.js would answer 500. An order that nobody placed is a 404.
 */
export async function proxy(request: NextRequest): Promise<NextResponse | undefined> {
  const { pathname } = request.nextUrl
  try {
    decodeURIComponent(pathname)
  } catch {
    return new NextResponse('That address is not well-formed.\n', { status: 400 })
  }
  const orderId = ORDER.exec(pathname)?.[1]
  // Where the database does not answer, the page says so.
  const isMissing = orderId !== undefined && !(await isOrder(orderId).catch(() => true))
  return isMissing ? NextResponse.rewrite(new URL(NOWHERE, request.url)) : undefined
}

// Of all addresses only those with a % in their path, which none of the shop have, and those of orders.
export const config = { matcher: ['/(.*%.*)', '/orders/:id'] }
