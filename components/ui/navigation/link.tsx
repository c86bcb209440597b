import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A client-side link that does not prefetch, because pages are static and fast, and most links are never followed. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
