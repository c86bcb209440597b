'use client'

import { usePathname } from 'next/navigation'
import { Suspense } from 'react'
import { Link } from '@/components/ui/navigation/link'
import { numberText } from '@/lib/domain/locale'

export interface Aisle {
  name: string
  href: string
  count: number
}

/** The departments below the header. The one to which the page belongs is marked. */
export function Aisles({ aisles }: { aisles: Aisle[] }) {
  return (
    <nav className="aisles" aria-label="Departments">
      <ul>
        {/* In a prefetched shell, the address is unknown, so no department is marked. */}
        <Suspense fallback={<List aisles={aisles} />}>
          <MarkedList aisles={aisles} />
        </Suspense>
      </ul>
    </nav>
  )
}

function MarkedList({ aisles }: { aisles: Aisle[] }) {
  return <List aisles={aisles} pathname={usePathname()} />
}

function List({ aisles, pathname }: { aisles: Aisle[]; pathname?: string }) {
  const current = (href: string) => (pathname === href ? 'page' : pathname?.startsWith(`${href}/`) ? 'true' : undefined)
  return (
    <>
      {aisles.map(({ name, href, count }) => (
        <li key={href}>
          <Link href={href} aria-current={current(href)}>
            {name} <span className="count">{numberText(count)}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link className="is-deal" href="/deals" aria-current={current('/deals')}>
          Deals
        </Link>
      </li>
    </>
  )
}
