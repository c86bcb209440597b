import type { MouseEvent, ReactNode } from 'react'
import { Link } from '@/components/ui/navigation/link'
import { type ReviewChoice, reviewsUrl } from '@/lib/domain/reviews/review'

/** Shows the chosen reviews on the page. Resolves to false if loading them failed. */
export type Pick = (choice: ReviewChoice) => Promise<boolean>

/**
 * A link to other reviews of a product, from the first page of their list. With `onPick`, they are shown in place,
 * unless the click opens a new tab.
 */
export function PickLink({
  slug,
  choice,
  isOn,
  onPick,
  className,
  children,
}: {
  slug: string
  choice: ReviewChoice
  isOn?: boolean
  onPick?: Pick | undefined
  className: string
  children: ReactNode
}) {
  const next = { ...choice, page: 1 }
  const onClick = (event: MouseEvent) => {
    if (!onPick || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void onPick(next)
  }
  return (
    <Link
      className={className}
      href={reviewsUrl(slug, next)}
      aria-current={isOn || undefined}
      onClick={onPick && onClick}
      scroll={false}
    >
      {children}
    </Link>
  )
}
