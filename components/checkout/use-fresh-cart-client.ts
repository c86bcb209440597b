'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CartLine } from '@/lib/contracts/cart'
import { hasChangedCart, onStaleCart, onWindowFocus } from '../cart/store/other-tabs'

/**
 * Reloads the page's data when the cart may have changed or been ordered elsewhere: when another tab says so, when the
 * window gets the focus, and when the browser or the router shows the page again.
 */
export function useFreshCart(hasCart: boolean): void {
  const router = useRouter()
  const wasLeft = useRef(false)
  useEffect(() => {
    const refresh = () => router.refresh()
    if (wasLeft.current) refresh()
    const stops = [onStaleCart(refresh), onWindowFocus(() => (hasCart || hasChangedCart()) && refresh())]
    return () => {
      wasLeft.current = true
      for (const stop of stops) stop()
    }
  }, [router, hasCart])
}

/**
 * Returns whether the cart's lines were changed elsewhere while the page was open, and functions with which the form
 * says that it changes them itself, and that the shopper goes on with them.
 */
export function useChangeElsewhere(lines: CartLine[]) {
  const now = lines.map(({ sku, quantity }) => `${quantity} ${sku}`).join()
  const [seen, setSeen] = useState(now)
  const [isChanged, setIsChanged] = useState(false)
  const isOwn = useRef(false)
  useEffect(() => {
    if (now === seen) return
    setSeen(now)
    setIsChanged(!isOwn.current)
    isOwn.current = false
  }, [now, seen])
  return {
    isChanged,
    expectChange: useCallback(() => {
      isOwn.current = true
    }, []),
    acceptChange: useCallback(() => setIsChanged(false), []),
  }
}
