import { type NextRequest, NextResponse } from 'next/server'

/** An address that is not well-formed percent-encoding is the sender's mistake: 400, where Next.js would answer 500. */
export function proxy(request: NextRequest): NextResponse | undefined {
  try {
    decodeURIComponent(request.nextUrl.pathname)
    return undefined
  } catch {
    return new NextResponse('That address is not well-formed.\n', { status: 400 })
  }
}

// Only addresses with a % in their path come here; those of the shop have none.
export const config = { matcher: ['/(.*%.*)'] }
