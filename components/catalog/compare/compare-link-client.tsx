'use client'

import { ButtonLink } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { compareIcon } from '@/components/ui/icons'
import { compareUrl } from '@/lib/domain/catalog/compare-url'
import { useCompared, withCompared } from './compare-store'

/**
 * The link on a product page that opens the comparison with this product added. Without client-side scripts, the
 * selection is unknown, so it compares only this product.
 */
export function CompareLink({ slug }: { slug: string }) {
  const slugs = useCompared()
  return (
    <ButtonLink href={compareUrl(withCompared(slugs, slug))} prefetch={false} rel="nofollow">
      <Icon d={compareIcon} /> Compare
    </ButtonLink>
  )
}
