import { Icon } from './icon'
import { arrowLeftIcon, arrowRightIcon } from './icons'
import { Link } from './link'
import { pageNumbers } from './page-numbers'

/** Page links; `href` gives the address of a page, `summary` says what is seen (“1 to 24 of 135”). Nothing for one page. */
export function Pager({
  page,
  pages,
  href,
  summary,
}: {
  page: number
  pages: number
  href: (page: number) => string
  summary?: string
}) {
  return (
    <nav className="flex flex-wrap items-center justify-between gap-4 pt-8" aria-label="Pages">
      {pages > 1 && (
        <div className="pager">
          <Turn to={page > 1 ? href(page - 1) : undefined} label="Previous page" d={arrowLeftIcon} />
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
                href={href(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={`Page ${number}`}
              >
                {number}
              </Link>
            ),
          )}
          <Turn to={page < pages ? href(page + 1) : undefined} label="Next page" d={arrowRightIcon} />
        </div>
      )}
      {summary && <p className="muted num">{summary}</p>}
    </nav>
  )
}

function Turn({ to, label, d }: { to: string | undefined; label: string; d: string }) {
  if (to)
    return (
      <Link className="btn btn-icon" href={to} aria-label={label}>
        <Icon d={d} />
      </Link>
    )
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a link that leads nowhere is not for the keyboard
    // biome-ignore lint/a11y/useSemanticElements: an anchor without an address has no role of its own
    <span className="btn btn-icon" role="link" aria-disabled="true" aria-label={label}>
      <Icon d={d} />
    </span>
  )
}
