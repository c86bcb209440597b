/** Names of all cache tags. Code that changes data expires the tags of that data. */
export const tags = {
  product: (id: string) => `product:${id}`,
  /**
   * Listings of one category. They have only its own tag, so a changed product expires its category and all ancestors.
   */
  listing: (category: string) => `listing:${category}`,
  /** Listings of the whole shop: new products, deals, search. */
  all: 'listing:*',
  /** Listings of one collection. */
  collection: (slug: string) => `collection:${slug}`,
  /** The page that lists all collections. */
  collections: 'collections',
  /** Not-found pages and listings with unknown filters, because what is missing may be created later. */
  absent: 'absent',
  home: 'home',
  /** The category tree, as shown in the header, the footer and the list of departments. */
  menu: 'menu',
  settings: 'settings',
  /** A tag of every entry. A starting server expires it, because it cannot know what has changed since the build. */
  everything: 'everything',
} as const

/** A change of data, as described by the code that made it. */
export interface PageChange {
  productIds?: string[]
  /** Paths of these products' categories. The tags of their ancestors are derived from the paths. */
  categories?: string[]
  /** Slugs of changed collections. */
  collections?: string[]
  /** Whether the home page must be rendered anew, for example because the number of new products changed. */
  home?: boolean
  /** Whether every cached page is outdated. */
  everything?: boolean
}

/** Returns the tags of the pages that show the change, without duplicates. */
export function tagsOf({ productIds = [], categories = [], collections = [], home, everything }: PageChange): string[] {
  return [
    ...new Set([
      ...productIds.map(tags.product),
      ...categories.flatMap(listingTags),
      ...(categories.length > 0 ? [tags.all] : []),
      ...collections.map(tags.collection),
      ...(collections.length > 0 ? [tags.collections] : []),
      ...(productIds.length + collections.length > 0 ? [tags.absent] : []),
      ...(home ? [tags.home] : []),
      ...(everything ? [tags.everything] : []),
    ]),
  ]
}

/**
 * Returns whether a tag belongs to listings, collections or the home page. Many changes expire these tags, but their
 * pages are cheap to render, so they expire at longer intervals.
 */
export const isListingTag = (tag: string): boolean => /^(?:(?:listing|collection):|collections$|home$)/.test(tag)

/** Returns the products and categories to which these tags belong. */
export function subjectsOf(expired: string[]): { productIds: string[]; categories: string[] } {
  const after = (prefix: string) => expired.flatMap((tag) => (tag.startsWith(prefix) ? [tag.slice(prefix.length)] : []))
  const categories = after(tags.listing('')).filter((category) => tags.listing(category) !== tags.all)
  return { productIds: after(tags.product('')), categories }
}

/** Cache lifetime of entries that expire only when one of their tags is expired. */
export const UNTIL_CHANGED = 'max'

/**
 * Limits of the cache for search results and listings as JSON. There is no bound to their number, so they have a cache
 * of their own and cannot displace other entries. No tag expires them, so they may be as old as the search index may
 * lag behind.
 */
export const LATEST = { seconds: 1, listings: 100 } as const

/** Limits of the cache for suggestions. An entry takes 1–2 kB. */
export const SUGGESTIONS = { seconds: 1, texts: 1_000 } as const

/** Returns the listing tags of a category and all of its ancestors. */
export function listingTags(category: string): string[] {
  const slugs = category.split('/')
  return slugs.map((_, index) => tags.listing(slugs.slice(0, index + 1).join('/')))
}
