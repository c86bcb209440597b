import type { Product } from '../indexed-product'

export const idOf = (n: number) => n.toString(16).padStart(24, '0')

/** Returns a product with one variant, with defaults for all fields that are not given. */
export const aProduct = (given: Partial<Product> & { id: string }): Product => ({
  name: 'Thing',
  brand: 'Acme',
  category: 'home',
  specs: {},
  variants: [{ sku: `SKU-${given.id}`, options: {}, price: 1000, stock: 1 }],
  rating: 4,
  discount: 0,
  popularity: 0,
  createdAt: 0,
  ...given,
})
