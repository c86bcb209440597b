'use client'

import clsx from 'clsx'
import { useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/icon'
import { heartIcon } from '@/components/ui/icons'
import { hearts, turnHeart } from './hearts'

interface HeartProps {
  productId: string
  name: string
  /** The chosen variant, if there is one. */
  sku?: string
}

const useIsSaved = (productId: string) =>
  useSyncExternalStore(hearts.subscribe, () => hearts.isSaved(productId), hearts.onServer)

/** The heart on a card, which saves the product. Without client-side scripts it is hidden. */
export function CardHeart(product: HeartProps) {
  const isSaved = useIsSaved(product.productId)
  return (
    <button
      className={clsx('btn btn-icon btn-sm card-save heart needs-script', isSaved && 'is-on')}
      type="button"
      aria-pressed={isSaved}
      aria-label={`Save ${product.name}`}
      onClick={() => void turnHeart(product)}
    >
      <Icon d={heartIcon} />
    </button>
  )
}

/** The button on a product page that saves the product, and the variant if it was chosen. */
export function SaveButton(product: HeartProps) {
  const isSaved = useIsSaved(product.productId)
  return (
    <button
      className={clsx('btn heart needs-script', isSaved && 'is-on')}
      type="button"
      aria-pressed={isSaved}
      onClick={() => void turnHeart(product)}
    >
      <Icon d={heartIcon} /> {isSaved ? 'Saved' : 'Save'}
    </button>
  )
}
