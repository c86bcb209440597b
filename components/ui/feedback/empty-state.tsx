import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Picture } from '../picture'

/**
 * A message in place of missing content. `broken` means that the content failed to load, and makes the outline solid
 * instead of dashed. `children` is the only button.
 */
export function EmptyState({
  title,
  text,
  object = 'lemon',
  broken = false,
  level = 2,
  children,
}: {
  title: string
  text: string
  /** Name of a picture in public/look. */
  object?: 'lemon' | 'tin' | 'box'
  broken?: boolean
  level?: 1 | 2 | 3
  children?: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <div className={clsx('empty', broken && 'is-broken')}>
      <Picture src={`/look/${object}.webp`} alt="" size={120} />
      <Heading className="text-d4 wrap-anywhere">{title}</Heading>
      <p>{text}</p>
      {children}
    </div>
  )
}
