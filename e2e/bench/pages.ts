export interface BenchedPage {
  name: string
  path: string
  /** The bare page it is measured against. */
  beside: 'static' | 'streamed' | 'json'
  goal: string
}

/** Pages of whatever store is running, found by its own links. */
export async function pagesOf(store: string): Promise<BenchedPage[]> {
  const sitemap = await (await fetch(`${store}/sitemap.xml`)).text()
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location]) => new URL(location!).pathname)
  const product = paths.find((path) => path.startsWith('/p/'))
  const category = paths
    .filter((path) => path.startsWith('/c/'))
    .sort((a, b) => b.split('/').length - a.split('/').length)[0]
  if (!product || !category) throw new Error('The sitemap has no product or no category: is the store seeded?')
  const html = await (await fetch(store + category)).text()
  const [, filtered] = /href="(\/c\/[^"]*\/~\/[^"]*=[^"]*)"/.exec(html) ?? []
  if (!filtered) throw new Error(`${category} links to no filtered listing`)
  const id = await productIdOf(store, product)
  return [
    { name: 'home', path: '/', beside: 'static', goal: '≥ 0.6' },
    { name: 'category', path: category, beside: 'static', goal: '≥ 0.6' },
    { name: 'filtered listing', path: filtered, beside: 'static', goal: '≥ 0.6' },
    { name: 'product', path: product, beside: 'static', goal: '≥ 0.6' },
    { name: 'search', path: `/search?q=${category.split('/').at(-1)}`, beside: 'streamed', goal: '≥ 0.6' },
    { name: 'live call', path: `/api/live?product=${id}`, beside: 'json', goal: '≥ 400/s' },
  ]
}

async function productIdOf(store: string, path: string): Promise<string> {
  const [, id] = /data-product-id="([0-9a-f]{24})"/.exec(await (await fetch(store + path)).text()) ?? []
  if (!id) throw new Error(`${path} does not say its product's id`)
  return id
}
