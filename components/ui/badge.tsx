import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export type Tone = 'ink' | 'accent' | 'good' | 'info' | 'warn' | 'danger'

/** A label that names a state in one or two words. A card shows at most two of them. */
export function Badge({
  tone,
  icon,
  className,
  children,
}: {
  tone?: Tone
  icon?: string
  className?: string
  children: ReactNode
}) {
  return (
    <span className={clsx('badge', tone && `badge-${tone}`, className)}>
      {icon && <Icon d={icon} />}
      {children}
    </span>
  )
}
