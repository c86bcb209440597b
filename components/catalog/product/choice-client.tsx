'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { useLiveStock } from '@/components/catalog/live-stock'
import type { ProductDetail, VariantView } from '@/lib/contracts/catalog/product-view'

/** The part of a product that its page sends to client components. */
export type ChoiceProduct = Pick<ProductDetail, 'id' | 'slug' | 'name' | 'images' | 'optionGroups' | 'variants' | 'sku'>

/** A variant with its current stock. `left` is the number of units if only a few are left, otherwise null. */
export interface ChosenVariant extends VariantView {
  isOut: boolean
  left: number | null
}

interface Choice {
  product: ChoiceProduct
  variants: ChosenVariant[]
  variant: ChosenVariant
  /** Index of the picture that the gallery shows. */
  image: number
  choose: (sku: string) => void
  show: (image: number) => void
}

const Context = createContext<Choice | null>(null)

export function useChoice(): Choice {
  const choice = use(Context)
  if (!choice) throw new Error('There is no ChoiceProvider above')
  return choice
}

/**
 * Provides the selected variant to its children. The address contains the selection after #, so that a link includes
 * it.
 */
export function ChoiceProvider({ product, children }: { product: ChoiceProduct; children: ReactNode }) {
  const live = useLiveStock(product.id)
  const [sku, setSku] = useState(product.sku)
  const [image, setImage] = useState(() => imageOf(product, product.sku))
  const variants = product.variants.map((variant): ChosenVariant => {
    const known = live?.[variant.sku]
    if (!known) return { ...variant, isOut: variant.stock === 'sold_out', left: null }
    return { ...variant, isOut: known.left === 0, left: known.left }
  })
  const variant = variants.find((one) => one.sku === sku) ?? variants[0]

  useEffect(() => {
    const follow = () => {
      // Not decoded, because SKUs need no encoding and decoding malformed text would throw.
      const wanted = location.hash.slice(1)
      if (!product.variants.some((one) => one.sku === wanted)) return
      setSku(wanted)
      setImage(imageOf(product, wanted))
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [product])

  if (!variant) return children
  const choose = (next: string) => {
    setSku(next)
    setImage(imageOf(product, next))
    history.replaceState(history.state, '', next === product.sku ? location.pathname : `#${next}`)
  }
  return <Context value={{ product, variants, variant, image, choose, show: setImage }}>{children}</Context>
}

const imageOf = (product: ChoiceProduct, sku: string) => product.variants.find((one) => one.sku === sku)?.image ?? 0
