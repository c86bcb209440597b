'use client'

import { useLiveStock } from './live-stock'

/**
 * "Few left" and, once it has loaded, the number of units. The number changes too often to be part of a static page.
 */
export function FewLeft({ productId }: { productId: string }) {
  const stock = useLiveStock(productId)
  const left = stock && Object.values(stock).reduce((sum, { left }) => sum + (left ?? 0), 0)
  return <>{left ? `${left} left` : 'Few left'}</>
}
