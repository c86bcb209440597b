/** Every cache tag and lifetime, named once. Code that changes a fact expires its tags. */
export const tags = {
  product: (id: string) => `product:${id}`,
  /** A listing carries only its own category; a changed product expires its category and all ancestors. */
  listing: (category: string) => `listing:${category}`,
  /** Listings of the whole shop: deals, new, search. */
  all: 'listing:*',
  /** The listings of one collection. */
  collection: (slug: string) => `collection:${slug}`,
  /** The overview of all collections. */
  collections: 'collections',
  /** Not-found pages, as the missing thing may be created. */
  absent: 'absent',
  home: 'home',
  /** The category tree in header, footer and departments. */
  menu: 'menu',
  settings: 'settings',
  /** On every entry: a starting server expires all, as it cannot know what changed since the build. */
  everything: 'everything',
} as const

/** A change, as known to the code that made it. */
export interface PageChange {
  productIds?: string[]
  /** Categories of these products; ancestors are derived from the paths. */
  categories?: string[]
  /** Slugs of changed collections. */
  collections?: string[]
  /** Whether the home page changed, such as its count of new products. */
  home?: boolean
  /** Nothing cached is valid any more. */
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

/** Returns whether many products affect a tag and its pages are cheap to render on demand; such tags expire less often. */
export const isListingTag = (tag: string): boolean => /^(?:(?:listing|collection):|collections$|home$)/.test(tag)

/** Returns the products and categories of these tags. */
export function subjectsOf(expired: string[]): { productIds: string[]; categories: string[] } {
  const after = (prefix: string) => expired.flatMap((tag) => (tag.startsWith(prefix) ? [tag.slice(prefix.length)] : []))
  const categories = after(tags.listing('')).filter((category) => tags.listing(category) !== tags.all)
  return { productIds: after(tags.product('')), categories }
}

/** Cache lifetime of entries that only a tag expires. */
export const UNTIL_CHANGED = 'max'

/**
 * Limits of the cache for free-text listings and API listings, whose number is unbounded and must not crowd out other
 * entries. No tag expires them, so they live no longer than the index may lag.
 */
export const LATEST = { seconds: 1, listings: 100 } as const

/** Limits of the cache for suggestions; an entry takes 1–2 kB. */
export const SUGGESTIONS = { seconds: 1, texts: 1_000 } as const

/** Returns the listing tags of a category and its ancestors. */
export function listingTags(category: string): string[] {
  const slugs = category.split('/')
  return slugs.map((_, index) => tags.listing(slugs.slice(0, index + 1).join('/')))
}
