import { announcedPaths } from '../support/sitemap'
export interface BenchedPage {
  name: string
  /** Paths to request in turn. */
  paths: string[]
  /** The kind of bare page with which these pages are compared. */
  beside: 'static' | 'streamed' | 'json'
  goal: string
}

const MAX_CATEGORIES = 16

/** Finds the pages to measure by following links of the running store. */
export async function pagesOf(store: string): Promise<BenchedPage[]> {
  const known = await announcedPaths(async (path) => (await fetch(store + path)).text())
  const product = known.find((path) => path.startsWith('/p/'))
  const categories = known
    .filter((path) => path.startsWith('/c/'))
    .sort((a, b) => b.split('/').length - a.split('/').length)
  const [category] = categories
  if (!product || !category) throw new Error('The sitemap has no product or no category: is the store seeded?')
  const [filtered] = await filteredFrom(store, category)
  if (!filtered) throw new Error(`${category} links to no filtered listing`)
  const id = await productIdOf(store, product)
  const several = categories.slice(0, MAX_CATEGORIES)
  return [
    { name: 'home', paths: ['/'], beside: 'static', goal: '≥ 0.6' },
    { name: 'category', paths: [category], beside: 'static', goal: '≥ 0.6' },
    { name: 'filtered listing', paths: [filtered], beside: 'static', goal: '≥ 0.6' },
    { name: 'product', paths: [product], beside: 'static', goal: '≥ 0.6' },
    { name: 'search', paths: [searchFor(wordOf(category))], beside: 'streamed', goal: '≥ 0.6' },
    { name: 'live call', paths: [`/api/live?product=${id}`], beside: 'json', goal: '≥ 400/s' },
    { name: 'filters, JSON', paths: await listingCalls(store, several), beside: 'json', goal: '≥ 0.5' },
    { name: 'instant search, JSON', paths: several.flatMap(typed), beside: 'json', goal: '≥ 0.5' },
  ]
}

// With `asked`, the words stay as they are; without it, the address would redirect to the category.
const searchFor = (words: string) => `/search?q=${words}&asked=${words}`
const wordOf = (category: string) => category.split('/').at(-1)!

/** Returns the paths of the filtered listings to which a category page links. */
async function filteredFrom(store: string, category: string): Promise<string[]> {
  const html = await (await fetch(store + category)).text()
  return [...new Set(Array.from(html.matchAll(/href="(\/c\/[^"]*\/~\/[^"]*=[^"]*)"/g), ([, href]) => href!))]
}

/** Returns the JSON requests that browsers send when a shopper filters, sorts and pages through each category. */
async function listingCalls(store: string, categories: string[]): Promise<string[]> {
  const calls: string[] = []
  for (const category of categories) {
    const own = `/api/listing?in=${category.slice('/c/'.length)}`
    const filters = (await filteredFrom(store, category)).map((href) => href.split('/~/')[1]!.replaceAll('/', '&'))
    calls.push(own, `${own}&sort=price`, ...filters.slice(0, 6).map((filter) => `${own}&${filter}`))
  }
  return calls
}

/** Returns the requests that browsers send while a shopper types the category's name into the search field. */
function typed(category: string): string[] {
  const text = wordOf(category).replaceAll('-', ' ')
  return Array.from(text, (_, length) => `/api/search?q=${encodeURIComponent(text.slice(0, length + 1))}`)
}

async function productIdOf(store: string, path: string): Promise<string> {
  const [, id] = /data-product-id="([0-9a-f]{24})"/.exec(await (await fetch(store + path)).text()) ?? []
  if (!id) throw new Error(`${path} does not say its product's id`)
  return id
}
