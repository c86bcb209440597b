'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { useLiveStock } from '@/components/catalog/live-stock'
import type { OptionGroup, ProductDetail, VariantView } from '@/lib/contracts/catalog/product-view'
import { shownVariant } from '@/lib/domain/catalog/choice'
import { fragmentVariant, variantFragment } from '@/lib/domain/catalog/variant'

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
  /** The selected variant; provisional while `openGroup` is not null. */
  variant: ChosenVariant
  /** Keys of the options that the shopper has yet to choose. */
  openKeys: ReadonlySet<string>
  /** The first of these options; null if the selection is complete. */
  openGroup: OptionGroup | null
  /** Whether the shopper wanted to buy before choosing it. */
  isAsked: boolean
  /** Index of the picture that the gallery shows. */
  image: number
  choose: (key: string, sku: string) => void
  /** Asks for the first open option and moves the focus there. */
  ask: () => void
  show: (image: number) => void
}

const Context = createContext<Choice | null>(null)

export function useChoice(): Choice {
  const choice = use(Context)
  if (!choice) throw new Error('There is no ChoiceProvider above')
  return choice
}

/** Id of the element that contains an option of a product. */
export const optionId = ({ slug }: ChoiceProduct, { key }: OptionGroup) => `option-${key}-${slug}`

/**
 * Provides the selected variant to its children. The address contains the selection after #, so that a link includes
 * it. Options that fit a body stay open until the shopper or a link chooses them.
 */
export function ChoiceProvider({ product, children }: { product: ChoiceProduct; children: ReactNode }) {
  const live = useLiveStock(product.id)
  const [sku, setSku] = useState(product.sku)
  const [openKeys, setOpenKeys] = useState(() => keysToChoose(product))
  const [isAsked, setIsAsked] = useState(false)
  const [image, setImage] = useState(() => imageOf(product, product.sku))
  const variants = product.variants.map((variant): ChosenVariant => {
    const known = live?.[variant.sku]
    if (!known) return { ...variant, isOut: variant.stock === 'sold_out', left: null }
    return { ...variant, isOut: known.left === 0, left: known.left }
  })
  const selected = variants.find((one) => one.sku === sku) ?? variants[0]

  useEffect(() => {
    const follow = () => {
      const linked = fragmentVariant(location.hash)
      if (!product.variants.some((one) => one.sku === linked.sku)) return
      setSku(linked.sku)
      setOpenKeys(linked.isComplete ? NONE : keysToChoose(product))
      setImage(imageOf(product, linked.sku))
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [product])

  if (!selected) return children
  const variant = shownVariant(variants, { variant: selected, openKeys })
  const choose = (key: string, next: string) => {
    const open = new Set([...openKeys].filter((other) => other !== key))
    setSku(next)
    setOpenKeys(open)
    setIsAsked(false)
    setImage(imageOf(product, next))
    const isInitial = next === product.sku && open.size === keysToChoose(product).size
    const fragment = variantFragment({ sku: next, isComplete: open.size === 0 })
    history.replaceState(history.state, '', isInitial ? location.pathname + location.search : fragment)
  }
  const openGroup = product.optionGroups.find(({ key }) => openKeys.has(key)) ?? null
  const ask = () => {
    if (!openGroup) return
    setIsAsked(true)
    document.getElementById(optionId(product, openGroup))?.querySelector('input')?.focus()
  }
  return (
    <Context value={{ product, variants, variant, openKeys, openGroup, isAsked, image, choose, ask, show: setImage }}>
      {children}
    </Context>
  )
}

const NONE: ReadonlySet<string> = new Set()

const keysToChoose = ({ optionGroups }: ChoiceProduct): ReadonlySet<string> =>
  new Set(optionGroups.filter(({ fits }) => fits).map(({ key }) => key))

const imageOf = (product: ChoiceProduct, sku: string) => product.variants.find((one) => one.sku === sku)?.image ?? 0
