'use client'

import { useLiveStock } from './live-stock'

/** "Few left", or the number of units once it has loaded. It changes too often for a static page. */
export function FewLeft({ productId }: { productId: string }) {
  const stock = useLiveStock(productId)
  const left = stock && Object.values(stock).reduce((sum, { left }) => sum + (left ?? 0), 0)
  return <>{left ? `${left} left` : 'Few left'}</>
}
