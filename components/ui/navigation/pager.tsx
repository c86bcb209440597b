import type { ComponentProps, MouseEvent } from 'react'
import { Icon } from '../icon'
import { arrowLeftIcon, arrowRightIcon } from '../icons'
import { Link } from './link'
import { pageNumbers } from './page-numbers'

/**
 * Pagination links. `href` returns the address of a page; `summary` describes the current one (“1 to 24 of 135”).
 * Hidden if there is only one page. `onTurn` is called when a link is clicked, before the browser follows it.
 */
export function Pager({
  page,
  pages,
  href,
  onTurn,
  summary,
}: {
  page: number
  pages: number
  href: (page: number) => string
  onTurn?: (page: number, event: MouseEvent) => void
  summary?: string
}) {
  const link = (to: number) => ({
    href: href(to),
    ...(onTurn && { onClick: (event: MouseEvent) => onTurn(to, event) }),
  })
  return (
    <nav className="flex flex-wrap items-center justify-between gap-4 pt-8" aria-label="Pages">
      {pages > 1 && (
        <div className="pager">
          <Turn link={page > 1 ? link(page - 1) : null} label="Previous page" d={arrowLeftIcon} />
          {pageNumbers(page, pages).map((number, index) =>
            number === 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no other name
              <span key={`gap-${index}`} className="px-1" aria-hidden="true">
                …
              </span>
            ) : (
              <Link
                key={number}
                className="btn"
                {...link(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={`Page ${number}`}
              >
                {number}
              </Link>
            ),
          )}
          <Turn link={page < pages ? link(page + 1) : null} label="Next page" d={arrowRightIcon} />
        </div>
      )}
      {summary && <p className="muted num">{summary}</p>}
    </nav>
  )
}

type PageLink = Pick<ComponentProps<typeof Link>, 'href' | 'onClick'>

function Turn({ link, label, d }: { link: PageLink | null; label: string; d: string }) {
  if (link)
    return (
      <Link className="btn btn-icon" {...link} aria-label={label}>
        <Icon d={d} />
      </Link>
    )
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a disabled link needs no focus
    // biome-ignore lint/a11y/useSemanticElements: an anchor without an address has no role of its own
    <span className="btn btn-icon" role="link" aria-disabled="true" aria-label={label}>
      <Icon d={d} />
    </span>
  )
}
