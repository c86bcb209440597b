/** Every cache tag and lifetime, named once. Whoever changes a fact names its tags; nobody spells one by hand. */
export const tags = {
  product: (id: string) => `product:${id}`,
  /** A listing carries its own category only; whoever changes a product expires the category and its ancestors. */
  listing: (category: string) => `listing:${category}`,
  /** Listings of the whole shop: deals, new, search. */
  all: 'listing:*',
  /** The listings of one collection. */
  collection: (slug: string) => `collection:${slug}`,
  /** The overview of all collections. */
  collections: 'collections',
  /** Pages of what does not exist: it may come into being. */
  absent: 'absent',
  home: 'home',
  /** The category tree in header, footer and departments. */
  menu: 'menu',
  settings: 'settings',
  /** Carried by all: a server that starts expires what the build made, for it cannot know what changed since. */
  everything: 'everything',
} as const

/** Lives until a tag expires it. */
export const UNTIL_CHANGED = 'max'

/**
 * What is kept of listings of a free text, and of those that programs ask for: there is no end of texts, and they must not
 * crowd out the listings of the shop. No tag expires them, so they are no older than the index may be.
 */
export const LATEST = { seconds: 1, listings: 100 } as const

/** What is kept of suggestions: a kilobyte or two for each text that was typed. */
export const SUGGESTIONS = { seconds: 1, texts: 1_000 } as const

/** The listing tags that a product of this category appears under: the category and its ancestors. */
export function listingTags(category: string): string[] {
  const slugs = category.split('/')
  return slugs.map((_, index) => tags.listing(slugs.slice(0, index + 1).join('/')))
}
