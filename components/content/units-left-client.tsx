'use client'

import { useLiveStock } from '@/components/catalog/live-stock'
import { Meter } from '@/components/ui/meter'
import type { StockState } from '@/lib/domain/inventory/stock'

/**
 * The units left in a sale. The static page only says whether few or plenty are left; if it is few, their number is
 * loaded later.
 */
export function UnitsLeft({
  productId,
  sku,
  stock,
  left,
  of,
}: {
  productId: string
  sku: string
  stock: StockState
  left: number
  of: number
}) {
  const live = useLiveStock(productId)?.[sku]
  const now = live ? (live.left ?? left) : left
  const text =
    live?.left === 0
      ? 'Sold out'
      : live?.left
        ? `${live.left} of ${of} left`
        : stock === 'few_left'
          ? 'Few left'
          : 'Plenty left'
  return (
    <div className="grid gap-1 pt-1">
      <Meter value={now} max={of} />
      <p className="text-xs font-semibold">{text}</p>
    </div>
  )
}
