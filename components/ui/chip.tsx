import type { ReactNode } from 'react'
import { numberText } from '@/lib/domain/locale'
import { Icon } from './icon'
import { closeIcon } from './icons'
import { Link } from './navigation/link'

/** A link that adds a filter. */
export function Chip({ href, count, children }: { href: string; count?: number; children: ReactNode }) {
  return (
    <Link className="chip" href={href}>
      {children}
      {count !== undefined && <span className="count">{numberText(count)}</span>}
    </Link>
  )
}

/** An active filter. Following the link removes it. */
export function ActiveChip({ href, children }: { href: string; children: string }) {
  return (
    <Link className="chip is-on" href={href} aria-label={`Remove filter ${children}`} scroll={false}>
      {children} <Icon d={closeIcon} />
    </Link>
  )
}
