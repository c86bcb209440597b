import clsx from 'clsx'
/**
 * An icon; `d` is a path from `icons.ts`. Screen readers ignore it, so the text beside it or the control's name must
 * say the same.
 */
export function Icon({ d, className }: { d: string; className?: string }) {
  return (
    <svg className={clsx('i', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
