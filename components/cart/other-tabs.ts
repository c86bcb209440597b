// A storage event rather than a BroadcastChannel: a page that listens to a channel is not kept for Back.
const KEY = 'nexus-cart-changed'

/** Tells the other tabs that the cart has changed. */
export function announceCart(): void {
  try {
    localStorage.setItem(KEY, `${Date.now()} ${Math.random()}`)
  } catch {
    // Storage is refused. The other tabs ask again when they are looked at.
  }
}

/** Calls `refresh` when another tab changed the cart, and when Back brings this page as it was left. Returns what ends it. */
export function onStaleCart(refresh: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === KEY) refresh()
  }
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) refresh()
  }
  addEventListener('storage', onStorage)
  addEventListener('pageshow', onShow)
  return () => {
    removeEventListener('storage', onStorage)
    removeEventListener('pageshow', onShow)
  }
}
