import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { staffCookie } from '@/lib/auth/staff/cookie'
import { currentProductSlug } from '@/lib/queries/catalog/product-address'
import { isSharedWishlist } from '@/lib/queries/customers/shared-list'
import { addressOfBareQuery } from '@/lib/queries/listing/query-address'
import { isOrder } from '@/lib/queries/orders'

const ORDER = /^\/orders\/([^/]+)$/
const REVIEWS = /^\/p\/([^/]+)\/reviews$/
const LIST = /^\/lists\/([^/]+)$/
const PRIVATE_LIST = '/lists/private'
const NOWHERE = '/nothing/here' // no route matches this path, so the 404 page is shown

/**
 * Answers requests whose status must be known before a page starts to stream: 400 for malformed percent-encoding (for
 * which Next.js would answer 500), 404 for unknown orders, for lists that are not shared and for reviews of unknown
 * products, 307 for pages of the account and the office without a session cookie, 308 for reviews of a product whose slug
 * has changed, and 307 for a bare query that means a listing with filters.
 */
export async function proxy(request: NextRequest): Promise<NextResponse | undefined> {
  const { pathname } = request.nextUrl
  try {
    decodeURIComponent(pathname)
  } catch {
    return new NextResponse('That address is not well-formed.\n', {
      status: 400,
      headers: { 'cache-control': 'no-store' },
    })
  }
  if (pathname === '/search') return answerBareQuery(request)
  if (LIST.test(pathname)) return answerList(request)
  if (isAccountPage(request) && !request.cookies.has(sessionCookie())) return toSignIn('/sign-in', request)
  if (isOfficePage(request) && !request.cookies.has(staffCookie())) return toSignIn('/admin/sign-in', request)
  // If the database cannot be reached, the page itself shows the error.
  const now = await currentPath(pathname).catch(() => pathname)
  if (now === null) return NextResponse.rewrite(new URL(NOWHERE, request.url))
  return now === pathname ? undefined : NextResponse.redirect(new URL(now + request.nextUrl.search, request.url), 308)
}

async function answerBareQuery({ nextUrl, url }: NextRequest): Promise<NextResponse | undefined> {
  const address = await addressOfBareQuery(nextUrl.searchParams)
  return address === null ? undefined : NextResponse.redirect(new URL(address, url), 307)
}

/** Returns whether this is a page that only somebody who is signed in can see. The page itself decides who that is. */
const isAccountPage = ({ method, nextUrl }: NextRequest) =>
  method === 'GET' && (nextUrl.pathname === '/account' || nextUrl.pathname.startsWith('/account/'))

/** Returns whether this is a page that only staff can see. The page itself decides who they are and what they may. */
const isOfficePage = ({ method, nextUrl: { pathname } }: NextRequest) =>
  method === 'GET' && /^\/admin(\/|$)/.test(pathname) && !/^\/admin\/(sign-in|invitation)(\/|$)/.test(pathname)

const toSignIn = (page: string, { nextUrl, url }: NextRequest) =>
  NextResponse.redirect(new URL(`${page}?${new URLSearchParams({ to: nextUrl.pathname })}`, url), 307)

/** Shows that a list is private unless it is shared. If the database cannot be reached, the page shows the error. */
async function answerList({ nextUrl, url }: NextRequest): Promise<NextResponse | undefined> {
  const isShared = await isSharedWishlist(LIST.exec(nextUrl.pathname)?.[1] ?? '').catch(() => true)
  return isShared ? undefined : NextResponse.rewrite(new URL(PRIVATE_LIST, url), { status: 404 })
}

/** Returns the current path of the page at this path; null if there is none. */
async function currentPath(pathname: string): Promise<string | null> {
  const orderId = ORDER.exec(pathname)?.[1]
  if (orderId !== undefined) return (await isOrder(orderId)) ? pathname : null
  const slug = REVIEWS.exec(pathname)?.[1]
  if (slug === undefined) return pathname
  const current = await currentProductSlug(slug)
  return current && `/p/${current}/reviews`
}

// Paths with a % (no valid path has one), orders, shared lists, pages of the account and the office, reviews, and queries
// that were not interpreted yet.
export const config = {
  matcher: [
    '/(.*%.*)',
    '/orders/:id',
    '/lists/:token',
    '/account/:path*',
    '/admin/:path*',
    '/p/:slug/reviews',
    { source: '/search', has: [{ type: 'query', key: 'q' }], missing: [{ type: 'query', key: 'asked' }] },
  ],
}
