import { useEffect, useSyncExternalStore } from 'react'
import { readJson } from '@/components/ui/request/read-json'
import type { LiveStock, ViewedProduct } from '@/lib/contracts/catalog/product-view'

// Components that ask for live data at the same moment share one request, of at most 24 products.
const stock = new Map<string, LiveStock>()
const listeners = new Set<() => void>()
const MAX_AT_ONCE = 24
let viewed: ViewedProduct[] = []
let wantedStock = new Set<string>()
let wantedViewed: string[] = []
let isWaiting = false

/** Returns the current stock of the product's SKUs; undefined until it has loaded, or if loading failed. */
export function useLiveStock(productId: string): LiveStock | undefined {
  useEffect(() => {
    wantedStock.add(productId)
    askSoon()
  }, [productId])
  return useSyncExternalStore(
    subscribe,
    () => stock.get(productId),
    () => undefined,
  )
}

/** Returns the current data of these recently viewed products; empty until it has loaded. */
export function useViewed(ids: string[]): ViewedProduct[] {
  useEffect(() => {
    if (ids.length === 0) return
    wantedViewed = ids
    askSoon()
  }, [ids])
  const all = useSyncExternalStore(
    subscribe,
    () => viewed,
    () => NONE,
  )
  return ids.length === 0 ? NONE : all.filter(({ id }) => ids.includes(id))
}

const NONE: ViewedProduct[] = []

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function askSoon() {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    const ids = [...wantedStock]
    const seen = wantedViewed
    wantedStock = new Set()
    wantedViewed = []
    void ask(ids.slice(0, MAX_AT_ONCE), seen)
    for (let from = MAX_AT_ONCE; from < ids.length; from += MAX_AT_ONCE) void ask(ids.slice(from, from + MAX_AT_ONCE))
  })
}

async function ask(ids: string[], seen: string[] = []) {
  const query = new URLSearchParams()
  if (ids.length > 0) query.set('product', ids.join(','))
  if (seen.length > 0) query.set('viewed', seen.join(','))
  try {
    const answer = await readJson(
      fetch(`/api/live?${query}`),
      import('@/lib/contracts/catalog/product-view').then(({ liveSchema }) => liveSchema),
    )
    for (const id of ids) stock.set(id, answer.stock[id] ?? {})
    if (seen.length > 0) viewed = answer.viewed
    for (const listener of listeners) listener()
  } catch {
    // Live data is optional, so a failure is ignored.
  }
}
