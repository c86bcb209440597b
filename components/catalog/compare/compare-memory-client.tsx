'use client'

import { type ReactNode, useEffect } from 'react'
import { ButtonLink } from '@/components/ui/form/button'
import { Link } from '@/components/ui/navigation/link'
import { compareUrl } from '@/lib/domain/catalog/compare-url'
import { removeCompared, setCompared, useCompared } from './compare-store'

/** Stores the compared products as this browser's selection, so that cards on other pages show it. */
export function CompareMemory({ slugs }: { slugs: string[] }) {
  const text = slugs.join(',')
  useEffect(() => setCompared(text.split(',')), [text])
  return null
}

/** The link that removes a product from the comparison. */
export function CompareRemove({ slug, name, href }: { slug: string; name: string; href: string }) {
  return (
    <Link className="more" href={href} replace onClick={() => removeCompared(slug)} rel="nofollow">
      Take away<span className="vh"> {name}</span>
    </Link>
  )
}

/**
 * On a comparison without products, a link that compares this browser's selection; `children` if nothing is selected.
 */
export function CompareAgain({ children }: { children: ReactNode }) {
  const slugs = useCompared()
  if (slugs.length === 0) return children
  return (
    <ButtonLink tone="accent" href={compareUrl(slugs)} rel="nofollow">
      Compare the {slugs.length === 1 ? 'one' : slugs.length} you chose
    </ButtonLink>
  )
}
