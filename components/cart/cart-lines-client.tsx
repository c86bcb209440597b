'use client'

import type { FormEvent } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import type { CartView } from '@/lib/contracts/cart'
import { CartLineItem } from './cart-line-client'
import { RemovedLine } from './cart-undo-client'
import { changeCart } from './store/cart-store'
import type { LastChange } from './store/last-change'
import { placeOf } from './store/optimistic'

/**
 * The lines of the cart, in the drawer and on the cart page, with what the last change says: a note at a line, or the
 * offer to put a removed line back. Calls `onLeave` when the shopper follows a link.
 */
export function CartLines({
  cart: { lines },
  change: { note, removed },
  onLeave,
}: {
  cart: CartView
  change: Pick<LastChange, 'note' | 'removed'>
  onLeave?: () => void
}) {
  const rows = lines.map((line) => (
    <CartLineItem key={line.sku} line={line} note={note?.sku === line.sku ? note : undefined} onLeave={onLeave} />
  ))
  if (removed && isGone(removed, lines))
    rows.splice(placeOf(lines, removed.line), 0, <RemovedLine key={`removed ${removed.line.sku}`} removed={removed} />)
  return (
    <>
      {lines.some(({ issues }) => issues.some(({ type }) => type === 'price_changed')) && <ChangedPrices />}
      {rows.length > 0 && <ul>{rows}</ul>}
    </>
  )
}

/** Returns whether a removed line has not come back, for example in another tab. */
const isGone = ({ line }: NonNullable<LastChange['removed']>, lines: CartView['lines']) =>
  lines.every(({ sku }) => sku !== line.sku)

function ChangedPrices() {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void changeCart({ type: 'accept' })
  }
  return (
    <Notice tone="warn" className="mt-4">
      <p>
        <b>Prices have changed</b> since you added these items. Each line shows the change, and the total includes it.
      </p>
      <form action="/cart/accept" method="post" onSubmit={onSubmit} className="pt-2">
        <Button type="submit" size="sm">
          Accept the new prices
        </Button>
      </form>
    </Notice>
  )
}
