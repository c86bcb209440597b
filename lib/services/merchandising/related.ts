import type { Category } from '@/lib/contracts/catalog/category'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { distance, type Likened, spansOf } from '@/lib/domain/merchandising/likeness'
import { own } from '@/lib/domain/own'
import { priceOf } from '@/lib/domain/pricing/pricing'
import { searchEngine } from '@/lib/search/process-engine'
import type { CardDocument } from '../catalog/documents'

const SHOWN = 4
/** Maximum number of candidates for related products. */
const POOL = 48
const PRICE_BAND = 2

type Subject = Pick<ProductDocument, '_id' | 'category' | 'brand' | 'specs' | 'variants'>

/**
 * Returns the ids of products of the same category and, if there are enough, at about the same price, most popular
 * first.
 */
export async function candidatesFor(subject: Subject, now: Date): Promise<string[]> {
  const engine = await searchEngine()
  const { price } = likened(subject, now)
  const itself = subject._id.toHexString()
  const pool = async (filters = {}) => {
    const { hits } = await engine.search({ category: subject.category, filters, perPage: POOL + 1, facets: false })
    return hits.flatMap(({ id }) => (id === itself ? [] : [id])).slice(0, POOL)
  }
  const near = await pool({ price: { min: Math.floor(price / PRICE_BAND), max: Math.ceil(price * PRICE_BAND) } })
  if (near.length >= SHOWN) return near
  return [...new Set([...near, ...(await pool())])].slice(0, POOL) // too few: add products at any price
}

/** Returns the candidates most similar to the product, most similar first. Deterministic. */
export function nearestTo(
  subject: Subject,
  candidates: CardDocument[],
  { category, now }: { category: Category | undefined; now: Date },
): CardDocument[] {
  const itself = likened(subject, now)
  const pool = candidates.map((document) => ({ document, id: document._id.toHexString(), ...likened(document, now) }))
  const spans = spansOf([itself, ...pool])
  const ranked = pool.map((one) => ({ ...one, gap: distance(itself, one, category?.specs ?? [], spans) }))
  ranked.sort((a, b) => a.gap - b.gap || (a.id < b.id ? -1 : 1))
  return ranked.slice(0, SHOWN).map(({ document }) => document)
}

function likened({ brand, specs, variants }: Subject | CardDocument, now: Date): Likened {
  const options: Record<string, string[]> = {}
  for (const key of new Set(variants.flatMap((variant) => Object.keys(variant.options))))
    options[key] = [...new Set(variants.flatMap((variant) => own(variant.options, key) ?? []))]
  return { brand, specs, options, price: Math.min(...variants.map((variant) => priceOf(variant, now))) }
}
