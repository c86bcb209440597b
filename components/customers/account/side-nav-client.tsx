'use client'

import { usePathname } from 'next/navigation'
import { Suspense } from 'react'
import { Icon } from '@/components/ui/icon'
import {
  bellIcon,
  boxIcon,
  downloadIcon,
  heartIcon,
  personIcon,
  pinIcon,
  plugIcon,
  shieldIcon,
  signOutIcon,
  starIcon,
} from '@/components/ui/icons'

const PAGES = [
  { href: '/account', name: 'Overview', icon: personIcon },
  { href: '/account/orders', name: 'Orders', icon: boxIcon },
  { href: '/account/addresses', name: 'Addresses', icon: pinIcon },
  { href: '/account/wishlists', name: 'Wishlists', icon: heartIcon },
  { href: '/account/reviews', name: 'Reviews', icon: starIcon },
  { href: '/account/profile', name: 'Profile', icon: bellIcon },
  { href: '/account/security', name: 'Security', icon: shieldIcon },
  { href: '/account/tokens', name: 'API tokens', icon: plugIcon },
  { href: '/account/data', name: 'Your data', icon: downloadIcon },
]

/** The list of account pages. Links load whole documents, so that no page outlives a sign-out. */
export function SideNav() {
  return (
    <nav className="side-nav" aria-label="Account">
      <ul>
        {/* In a prefetched shell, the address is unknown, so no page is marked. */}
        <Suspense fallback={<Pages />}>
          <MarkedPages />
        </Suspense>
        <li>
          <form action="/sign-in/do/sign-out" method="post">
            <button type="submit">
              <Icon d={signOutIcon} /> <span>Sign out</span>
            </button>
          </form>
        </li>
      </ul>
    </nav>
  )
}

function MarkedPages() {
  return <Pages pathname={usePathname()} />
}

function Pages({ pathname }: { pathname?: string }) {
  const isHere = (href: string) => pathname === href || (href !== '/account' && pathname?.startsWith(`${href}/`))
  return PAGES.map(({ href, name, icon }) => (
    <li key={href}>
      <a href={href} aria-current={isHere(href) ? (pathname === href ? 'page' : 'true') : undefined}>
        <Icon d={icon} /> <span>{name}</span>
      </a>
    </li>
  ))
}
