import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { Draft } from '../catalog/products'

/** A product's name, or the first `count` products of a kind. */
export type Wanted = string | { leaf: string; noun: string; count: number }

export const kind = (leaf: string, noun: string, count = 1): Wanted => ({ leaf, noun, count })

/** Returns the wanted products in this order. Skips those that this catalogue does not contain. */
export function pick(drafts: readonly Draft[], wanted: readonly Wanted[]): ProductDocument[] {
  return wanted.flatMap((one) => {
    const [count, isMeant] =
      typeof one === 'string'
        ? [1, ({ product }: Draft) => product.name === one]
        : [one.count, ({ leaf, line }: Draft) => leaf.path === one.leaf && line.noun === one.noun]
    return drafts
      .filter(isMeant)
      .slice(0, count)
      .map(({ product }) => product)
  })
}
