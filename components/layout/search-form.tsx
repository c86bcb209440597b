import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { searchIcon } from '@/components/ui/icons'
import { SEARCH_EXAMPLES } from '@/lib/domain/listing/search-examples'

export const SEARCH_PLACEHOLDER = `Try “${SEARCH_EXAMPLES.join('” or “')}”`

/**
 * The search form, which works without client-side scripts. `children` replace its field, and must keep the name and id
 * `q`.
 */
export function SearchForm({ className, children }: { className?: string; children?: ReactNode }) {
  return (
    <search className={className}>
      <form className="find" action="/find">
        <label className="vh" htmlFor="q">
          Search the shop
        </label>
        {children ?? <input id="q" name="q" type="search" placeholder={SEARCH_PLACEHOLDER} autoComplete="off" />}
        <button type="submit" aria-label="Search">
          <Icon d={searchIcon} />
        </button>
      </form>
    </search>
  )
}
