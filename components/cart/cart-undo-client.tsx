'use client'

import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/form/button'
import { isForSale } from '@/lib/domain/cart'
import { putBack } from './store/cart-store'
import type { Removed } from './store/last-change'
import { seenPriceOf } from './words'

/**
 * Takes the place of a removed line, in its height, and offers to put it back. The button is in the column of the
 * picture, so that the second click of a double click on “Remove” never hits it.
 */
export function RemovedLine({ removed: { line, height } }: { removed: Removed }) {
  const row = useRef<HTMLLIElement>(null)
  const isRemovedHere = height !== undefined
  useEffect(() => {
    if (!isRemovedHere) return
    const target = row.current?.querySelector<HTMLElement>('button') ?? row.current
    target?.focus({ preventScroll: true })
  }, [isRemovedHere])
  return (
    <li
      ref={row}
      tabIndex={-1}
      className="line-item items-center focus-visible:outline-none focus-visible:shadow-none"
      style={height ? { minHeight: height } : undefined}
    >
      <p className="col-start-2 -col-end-1 row-start-1 wrap-anywhere">
        <b className="font-semibold">{line.name}</b> removed.
      </p>
      {isForSale(line) && <Undo line={line} />}
    </li>
  )
}

function Undo({ line }: Pick<Removed, 'line'>) {
  const { sku, name, quantity, addedAt } = line
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    putBack(line)
  }
  // A held Enter key, which pressed “Remove”, must not press this button too.
  const onKeyDown = (event: KeyboardEvent) => event.repeat && event.preventDefault()
  return (
    <form className="col-start-1 row-start-1" action="/cart/add" method="post" onSubmit={onSubmit}>
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="quantity" value={quantity} />
      <input type="hidden" name={`price-${sku}`} value={seenPriceOf(line)} />
      <input type="hidden" name="addedAt" value={addedAt} />
      <Button type="submit" size="sm" onKeyDown={onKeyDown}>
        Undo<span className="vh"> the removal of {name}</span>
      </Button>
    </form>
  )
}
