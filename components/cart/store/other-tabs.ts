// Notifies by storage events, because a page with a BroadcastChannel is not kept in the back/forward cache.
const KEY = 'nexus-cart-changed'

/** Returns whether the cart was ever changed in this browser by a page with scripts. */
export function hasChangedCart(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Calls `refresh` when the window gets the focus. Returns a function that unsubscribes. */
export function onWindowFocus(refresh: () => void): () => void {
  addEventListener('focus', refresh)
  return () => removeEventListener('focus', refresh)
}

/** Notifies other tabs that the cart has changed. */
export function announceCart(): void {
  try {
    localStorage.setItem(KEY, `${Date.now()} ${Math.random()}`)
  } catch {
    // Storage is unavailable. Other tabs still refresh when they get the focus.
  }
}

/**
 * Calls `refresh` when another tab changes the cart, or when the browser restores this page from the back/forward
 * cache. Returns a function that unsubscribes.
 */
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
