import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link that goes without a full page load. Nothing is fetched before it is followed: pages are static and quick, and
 * most of the links on a page are never followed.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
