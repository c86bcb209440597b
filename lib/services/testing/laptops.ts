import { ObjectId } from 'mongodb'
import type { ImportedProduct } from '@/lib/contracts/catalog/product-import'
import { idOf } from '@/lib/search/testing/products'
import { LAPTOPS } from './fixtures'

export const SINCE = new Date('2026-03-01T00:00:00Z')
export const objectIdOf = (number: number) => new ObjectId(idOf(number))

/**
 * Returns a laptop with two memory sizes. There are `number` units of the first size in stock, and none of the second.
 */
export function laptop(number: number, changes: Partial<ImportedProduct['product']> = {}): ImportedProduct {
  const skus = [`LAP${number}-16`, `LAP${number}-32`]
  return {
    product: {
      _id: objectIdOf(number),
      slug: `laptop-${number}`,
      status: 'active',
      name: `Laptop ${number}`,
      tagline: '',
      description: '',
      brand: 'Halden',
      category: LAPTOPS,
      images: [],
      specs: { screen: 14 },
      variants: skus.map((sku, i) => ({ sku, options: { ram: `${16 * (i + 1)} GB` }, price: 100_000 + i })),
      rating: { average: 0, count: 0 },
      popularity: 0,
      createdAt: SINCE,
      ...changes,
    },
    stock: skus.map((sku, i) => ({ sku, onHand: i === 0 ? number : 0 })),
    prices: skus.map((sku, i) => ({ sku, price: 100_000 + i, validFrom: SINCE, validUntil: null })),
  }
}

/** Returns laptops number 1 to `count`. */
export const laptops = (count: number) => Array.from({ length: count }, (_, index) => laptop(index + 1))
