'use client'

import { useLiveStock } from './live-stock'

/** "Few left", and the number of units as soon as it is known: it changes too often for a page that is kept. */
export function FewLeft({ productId }: { productId: string }) {
  const stock = useLiveStock(productId)
  const left = stock && Object.values(stock).reduce((sum, { left }) => sum + (left ?? 0), 0)
  return <>{left ? `${left} left` : 'Few left'}</>
}
