import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Picture } from '../picture'

/**
 * A message where content is missing. `broken` means that it failed to load: the box is solid instead of dashed.
 * `children` is its only button.
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
  /** One of the cut-outs in public/look. */
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
