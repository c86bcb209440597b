import { permanentRedirect, redirect } from 'next/navigation'
import { NotThere, type Outcome, outcomeOf } from '@/components/layout/page/outcome'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { activeFilters } from '@/lib/domain/listing/listing'
import { listingUrl, parsePathSegments } from '@/lib/domain/listing/listing-url'
import { getListingAt } from '@/lib/queries/listing/listing'

const ROOTS = { in: '/c', collection: '/collections' } as const

/**
 * Returns the listing of a path below `/c` (a category) or `/collections` (a collection). Redirects to the canonical
 * address, and from page numbers that are too high to the last page. Unknown parts give the 404 page. `isWhole` is true
 * for the first page without filters.
 */
export async function listingOfPath(
  segments: string[],
  root: keyof typeof ROOTS,
): Promise<Outcome<{ view: ListingView; isWhole: boolean }>> {
  const parsed = parsePathSegments(segments, root)
  if (!parsed) return { ok: false, instead: <NotThere /> }
  const { state } = parsed
  const canonical = listingUrl(state)
  if (canonical !== `${ROOTS[root]}/${segments.map(decodeURIComponent).join('/')}`) permanentRedirect(canonical)
  const found = await outcomeOf(getListingAt(state))
  if (!found.ok) return found
  if ('movedTo' in found.value) permanentRedirect(found.value.movedTo)
  const { view } = found.value
  if (view.unknown.length > 0) return { ok: false, instead: <NotThere /> }
  if (view.page !== state.page) redirect(view.href)
  return { ok: true, value: { view, isWhole: activeFilters(state) === 0 && state.page === 1 } }
}
