import type { ListingView } from '@/lib/contracts/listing/listing'
import { hasPath, parseListingUrl } from '@/lib/domain/listing/listing-url'

const MAX_SHOWN = 40

/** Returns the query as the shopper typed it, even if parts of it have become filters. */
export const textOf = ({ q, href }: ListingView) => parseListingUrl(href).originalQuery || q

/** Returns the title of a search: its query or, if it has none, the name of its collection, category or scope. */
export function titleOf(view: ListingView): string {
  const { category, collection, href } = view
  const text = textOf(view)
  if (text) return `“${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).trim()}…` : text}”`
  if (collection || category) return [collection?.name, category?.name].filter(Boolean).join(', ')
  const { scope } = parseListingUrl(href)
  return scope === 'deals' ? 'Deals' : scope === 'new' ? 'New' : 'Everything'
}

/** Returns what a listing's products are called in a sentence. */
export const nounOf = ({ category, children }: ListingView) =>
  category && children.length === 0 ? category.name.toLowerCase() : 'things'

/** Returns whether the listing's canonical address is a path, not `/search` with parameters. */
export const hasOwnPath = ({ href }: ListingView): boolean => hasPath(parseListingUrl(href))
