'use client'

import { usePathname } from 'next/navigation'
import { ButtonLink, IconButton } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { closeIcon, compareIcon } from '@/components/ui/icons'
import { compareUrl } from '@/lib/domain/catalog/compare-url'
import { setCompared, useCompared } from './compare-store'

/**
 * A bar at the edge of the window with the products selected for comparison. Hidden if there are none, and on the
 * comparison page.
 */
export function CompareTray() {
  const slugs = useCompared()
  const pathname = usePathname()
  if (slugs.length === 0 || pathname === '/compare') return null
  return (
    <aside className="compare-tray" aria-label="Products to compare">
      <ButtonLink href={compareUrl(slugs)} prefetch={false} rel="nofollow" size="sm">
        <Icon d={compareIcon} /> Compare {slugs.length}
      </ButtonLink>
      <IconButton size="sm" label="Compare nothing" d={closeIcon} onClick={() => setCompared([])} />
    </aside>
  )
}
