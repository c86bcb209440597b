import { useEffect, useSyncExternalStore } from 'react'
import type { LiveStock } from '@/lib/contracts/product-view'

// One call for all that a page asks about: whoever asks in the same moment shares it.
const known = new Map<string, LiveStock>()
const asked = new Set<string>()
const listeners = new Set<() => void>()
const MOST_AT_ONCE = 24
let isWaiting = false

/** Units of the product's SKUs as they stand now; undefined until the answer is there, and where none came. */
export function useLiveStock(productId: string): LiveStock | undefined {
  useEffect(() => ask(productId), [productId])
  return useSyncExternalStore(
    subscribe,
    () => known.get(productId),
    () => undefined,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function ask(productId: string) {
  asked.add(productId)
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    const ids = [...asked]
    asked.clear()
    for (let from = 0; from < ids.length; from += MOST_AT_ONCE) void fetchStock(ids.slice(from, from + MOST_AT_ONCE))
  })
}

async function fetchStock(ids: string[]) {
  try {
    const response = await fetch(`/api/live?product=${ids.join(',')}`)
    if (!response.ok) return
    const { stock }: { stock: Record<string, LiveStock> } = await response.json()
    for (const id of ids) known.set(id, stock[id] ?? {})
    for (const listener of listeners) listener()
  } catch {
    // The page already says what it knows without the number.
  }
}
