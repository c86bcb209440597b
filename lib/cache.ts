/** All cache tags. Code that changes data expires its tags. */
export const tags = {
  product: (id: string) => `product:${id}`,
  /** A listing has only the tag of its own category; a changed product expires its category and all ancestors. */
  listing: (category: string) => `listing:${category}`,
  /** Listings of the whole shop: deals, new, search. */
  all: 'listing:*',
  /** The listings of one collection. */
  collection: (slug: string) => `collection:${slug}`,
  /** The overview of all collections. */
  collections: 'collections',
  /** Not-found pages, because what is missing may be created later. */
  absent: 'absent',
  home: 'home',
  /** The category tree in header, footer and departments. */
  menu: 'menu',
  settings: 'settings',
  /** On every entry. A starting server expires all of them, because it cannot know what has changed since the build. */
  everything: 'everything',
} as const

/** A change, described by the code that made it. */
export interface PageChange {
  productIds?: string[]
  /** Categories of these products; ancestors are derived from the paths. */
  categories?: string[]
  /** Slugs of changed collections. */
  collections?: string[]
  /** Whether the home page changed, for example its number of new products. */
  home?: boolean
  /** Whether everything in the cache is outdated. */
  everything?: boolean
}

/** Returns the distinct tags of the pages that show the change. */
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
 * Returns whether a tag is affected by many products while its pages are cheap to render. Such tags expire less often.
 */
export const isListingTag = (tag: string): boolean => /^(?:(?:listing|collection):|collections$|home$)/.test(tag)

/** Returns the products and categories that these tags belong to. */
export function subjectsOf(expired: string[]): { productIds: string[]; categories: string[] } {
  const after = (prefix: string) => expired.flatMap((tag) => (tag.startsWith(prefix) ? [tag.slice(prefix.length)] : []))
  const categories = after(tags.listing('')).filter((category) => tags.listing(category) !== tags.all)
  return { productIds: after(tags.product('')), categories }
}

/** Cache lifetime of entries that expire only by tag. */
export const UNTIL_CHANGED = 'max'

/**
 * Limits of the cache for free-text listings and API listings. Their number is unbounded, so they must not displace
 * other entries. No tag expires them, so they live no longer than the index may lag.
 */
export const LATEST = { seconds: 1, listings: 100 } as const

/** Limits of the cache for suggestions; an entry takes 1–2 kB. */
export const SUGGESTIONS = { seconds: 1, texts: 1_000 } as const

/** Returns the listing tags of a category and its ancestors. */
export function listingTags(category: string): string[] {
  const slugs = category.split('/')
  return slugs.map((_, index) => tags.listing(slugs.slice(0, index + 1).join('/')))
}
