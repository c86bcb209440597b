'use client'

import { type MouseEvent, useEffect, useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/icon'
import { cartIcon } from '@/components/ui/icons'
import { CartDrawer } from './cart-drawer-client'
import { drawerStore, openDrawer } from './cart-drawer-state'
import { cartClient, refreshCart, refreshOnFocus, useCart } from './store/cart-store'
import { onStaleCart, onWindowFocus } from './store/other-tabs'

/**
 * The button that opens the cart drawer and shows the number of items. Without client-side scripts, and on the cart
 * page, it is a link to the cart page.
 */
export function CartButton() {
  const { data: cart } = useCart()
  const drawer = useSyncExternalStore(drawerStore.subscribe, drawerStore.get, drawerStore.onServer)
  const count = cart?.count ?? 0
  useEffect(() => {
    cartClient.mount() // refreshes the cart when the tab becomes visible, but not when its window gets the focus
    const stops = [onStaleCart(refreshCart), onWindowFocus(refreshOnFocus)]
    return () => {
      for (const stop of stops) stop()
      cartClient.unmount()
    }
  }, [])
  const onClick = (event: MouseEvent) => {
    // Leave clicks that open a new tab or window to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey || location.pathname === '/cart') return
    event.preventDefault()
    openDrawer()
    void refreshCart()
  }
  return (
    <>
      <a className="btn" href="/cart" aria-haspopup="dialog" onClick={onClick}>
        <Icon d={cartIcon} />
        <span className="max-lg:sr-only">Cart</span>
        {count > 0 && (
          <>
            {' '}
            <span className="bubble">
              {count > 99 ? '99+' : count}
              <span className="vh"> items</span>
            </span>
          </>
        )}
      </a>
      <CartDrawer {...drawer} />
    </>
  )
}
