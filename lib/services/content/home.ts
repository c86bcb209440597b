import type { FlashSaleView, ProductCard } from '@/lib/contracts/catalog/product-view'
import type { CategoryLink } from '@/lib/contracts/listing/listing'
import { newSince } from '@/lib/domain/catalog/newness'
import { searchEngine } from '@/lib/search/process-engine'
import { categoryTree, countsByCategory } from '../catalog/categories'
import { productCards } from '../catalog/products'
import { flashSales } from '../pricing/flash-sales'
import { rememberShown } from './shown-at-home'

/** Departments with their product counts, and the total number of products in the shop. */
export interface Menu {
  departments: (CategoryLink & { slug: string })[]
  total: number
}

/** Returns the first level of the category tree, for the header, the category tiles and the footer. */
export async function menu(): Promise<Menu> {
  const { departments, total } = await allDepartments()
  return { departments: departments.map(({ children, ...department }) => department), total }
}

export type Department = CategoryLink & { slug: string; children: CategoryLink[] }

/** Returns every department with its categories and product counts. */
export async function allDepartments(): Promise<{ departments: Department[]; total: number }> {
  const [engine, tree] = await Promise.all([searchEngine(), categoryTree()])
  const { total, facets } = await engine.search({ perPage: 0 })
  const counts = countsByCategory((facets.category?.values ?? []).map(([path, count]) => [String(path), count]))
  const link = ({ path, slug, name, image, tint }: ReturnType<typeof tree.childrenOf>[number]) => ({
    path,
    slug,
    name,
    href: `/c/${path}`,
    count: counts.get(path) ?? 0,
    image,
    tint,
  })
  const departments = tree
    .childrenOf(null)
    .map((department) => ({ ...link(department), children: tree.childrenOf(department.path).map(link) }))
  return { departments, total }
}

/** Content of the home page except the menu. JSON-safe. */
export interface Home {
  fresh: { cards: ProductCard[]; total: number }
  flash: FlashSaleView[]
  drops: { cards: ProductCard[]; total: number }
  highlights: ProductCard[]
}

const POOL = 96
const SHOWN = { fresh: 8, drops: 6, highlights: 7 }

// Search terms for the products that the headline mentions, which the home page must therefore show.
const HEADLINE_PRODUCTS = ['lamp', 'lemons']

/**
 * Returns the content of the home page. `highlights` contains the headline products, then popular products from each
 * department in turn.
 */
export const home = (now = new Date()): Promise<Home> => rememberShown(() => gather(now), shownIds)

const shownIds = ({ fresh, flash, drops, highlights }: Home) =>
  [...fresh.cards, ...flash.map(({ card }) => card), ...drops.cards, ...highlights].map(({ id }) => id)

async function gather(now: Date): Promise<Home> {
  const engine = await searchEngine()
  const [newest, deals, best, promised, allNew, flash] = await Promise.all([
    engine.search({ sort: 'newest', perPage: SHOWN.fresh, facets: false }),
    engine.search({ filters: { discount: { min: 1 } }, sort: 'discount', perPage: SHOWN.drops, facets: false }),
    engine.search({ perPage: POOL, facets: false }),
    Promise.all(HEADLINE_PRODUCTS.map((text) => engine.search({ text, perPage: 3, facets: false }))),
    engine.search({ since: Number(newSince(now)) / 1000, perPage: 0, facets: false }),
    flashSales(now),
  ])
  const hits = [...newest.hits, ...deals.hits, ...promised.flatMap((found) => found.hits), ...best.hits]
  const cards = await productCards([...new Map(hits.map((hit) => [hit.id, hit])).values()], { now })
  const byId = new Map(cards.map((card) => [card.id, card]))
  const cardsOf = (found: { id: string }[]) => found.flatMap(({ id }) => byId.get(id) ?? [])
  const inStock = (found: { id: string }[]) => cardsOf(found).filter(({ stock }) => stock !== 'sold_out')
  const highlights = [
    ...promised.flatMap((found) => inStock(found.hits).slice(0, 1)),
    ...fromAllCorners(inStock(best.hits)),
  ]
  return {
    fresh: { cards: cardsOf(newest.hits), total: allNew.total },
    flash,
    drops: { cards: cardsOf(deals.hits).filter(({ percent }) => percent > 0), total: deals.total },
    highlights: [...new Set(highlights)].slice(0, SHOWN.highlights),
  }
}

/**
 * Reorders cards so that departments take turns: the first card of each department, then the second of each, and so on.
 * A category appears again only after every category has appeared.
 */
function fromAllCorners(cards: ProductCard[]): ProductCard[] {
  const taken = new Map<string, number>()
  const count = (key: string) => {
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return before
  }
  const ranked = cards.map((card) => ({
    card,
    leaf: count(card.category),
    department: count(`${card.category.split('/')[0]}/`),
  }))
  return ranked.sort((a, b) => a.leaf - b.leaf || a.department - b.department).map(({ card }) => card)
}
