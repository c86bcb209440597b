'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { refreshCart } from '@/components/cart/store/cart-store'
import { deviceHearts } from '@/components/customers/hearts/device-hearts'
import { Icon } from '@/components/ui/icon'
import { personIcon } from '@/components/ui/icons'
import type { AccountNews } from '@/lib/contracts/customers/me'
import { initialsOf } from './initials'
import { fetchNews, meStore, refreshMe } from './me-store'
import { MenuIn, MenuOut } from './who-menu'

const CHANNEL = 'shop-account'

/**
 * The account control of the header. Static pages say "Sign in"; browsers with the hint cookie ask who it is. The menu is
 * a popover of the browser, which also opens without client-side scripts.
 */
export function Who() {
  const me = useSyncExternalStore(meStore.subscribe, meStore.get, meStore.onServer)
  const hearts = useSyncExternalStore(deviceHearts.subscribe, deviceHearts.get, deviceHearts.onServer)
  const [news, setNews] = useState<AccountNews | null>(null)
  useEffect(() => {
    const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
    let isFirst = true
    const look = async () => {
      const isInitial = isFirst
      isFirst = false
      if (!(await refreshMe()) || isInitial) return
      setNews(null)
      void refreshCart()
    }
    void look().then(() => channel?.postMessage('look'))
    if (channel) channel.onmessage = look
    addEventListener('pageshow', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      channel?.close()
      removeEventListener('pageshow', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  const name = me.is === 'in' ? me.customer.name : ''
  return (
    <>
      <button
        className={me.is === 'waiting' ? 'btn who is-waiting' : 'btn who'}
        type="button"
        popoverTarget="who-menu"
        aria-haspopup="dialog"
      >
        {me.is === 'in' ? (
          <span className="avatar" aria-hidden="true">
            {initialsOf(name)}
          </span>
        ) : (
          <Icon d={personIcon} />
        )}
        <span className="who-label" aria-hidden="true">
          {me.is === 'in' ? name.split(' ')[0] : me.is === 'waiting' ? 'Account' : 'Sign in'}
        </span>
        <span className="vh">
          {me.is === 'in' ? `Account of ${name}` : me.is === 'waiting' ? 'Your account' : 'Sign in, account'}
        </span>
      </button>
      <div
        className="who-menu"
        id="who-menu"
        popover="auto"
        role="dialog"
        aria-label="Account"
        onToggle={(event) => {
          if (event.newState === 'open' && me.is === 'in') void fetchNews().then(setNews)
        }}
      >
        {me.is === 'in' ? <MenuIn customer={me.customer} news={news} /> : <MenuOut hearts={hearts.length} />}
      </div>
    </>
  )
}
