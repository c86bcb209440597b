'use client'

import { showToast } from '@/components/ui/feedback/toasts'
import { Check } from '@/components/ui/form/choice'
import { compareUrl, MOST_COMPARED } from '@/lib/domain/catalog/compare-url'
import { removeCompared, setCompared, useCompared } from './compare-store'

/** On a card: puts the product beside others, or takes it away. Without scripts the product's page has a link for it. */
export function CompareCheck({ slug, name }: { slug: string; name: string }) {
  const slugs = useCompared()
  const isChosen = slugs.includes(slug)
  const turn = () => {
    if (isChosen) return removeCompared(slug)
    if (slugs.length < MOST_COMPARED) return setCompared([...slugs, slug])
    const action = { label: 'Compare them', href: compareUrl(slugs) }
    showToast({ tone: 'info', text: `${MOST_COMPARED} things fit side by side. Take one away first.`, action })
  }
  return (
    <Check className="card-save card-compare needs-script" checked={isChosen} onChange={turn}>
      Compare<span className="vh"> {name}</span>
    </Check>
  )
}
