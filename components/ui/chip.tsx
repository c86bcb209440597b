import type { ReactNode } from 'react'
import { numberText } from '@/lib/domain/locale'
import { Icon } from './icon'
import { closeIcon } from './icons'
import { Link } from './navigation/link'

/** A chip that adds a filter when it is followed. */
export function Chip({ href, count, children }: { href: string; count?: number; children: ReactNode }) {
  return (
    <Link className="chip" href={href}>
      {children}
      {count !== undefined && <span className="count">{numberText(count)}</span>}
    </Link>
  )
}

/** A chip with the name of an active filter, which it removes when it is followed. */
export function ActiveChip({ href, children }: { href: string; children: string }) {
  return (
    <Link className="chip is-on" href={href} aria-label={`Remove filter ${children}`} scroll={false}>
      {children} <Icon d={closeIcon} />
    </Link>
  )
}
