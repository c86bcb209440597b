'use client'

import { showToast } from '@/components/ui/feedback/toasts'
import { Check } from '@/components/ui/form/choice'
import { compareUrl, MAX_COMPARED } from '@/lib/domain/catalog/compare-url'
import { toggleCompared, useCompared } from './compare-store'

/**
 * The checkbox on a card that selects the product for comparison. Without client-side scripts it is hidden; the product
 * page has a link instead.
 */
export function CompareCheck({ slug, name }: { slug: string; name: string }) {
  const slugs = useCompared()
  const turn = () => {
    if (toggleCompared(slug)) return
    const action = { label: 'Compare them', href: compareUrl(slugs) }
    showToast({ tone: 'info', text: `${MAX_COMPARED} products fit into a comparison. Remove one first.`, action })
  }
  return (
    <Check className="card-save card-compare needs-script" checked={slugs.includes(slug)} onChange={turn}>
      Compare<span className="vh"> {name}</span>
    </Check>
  )
}
