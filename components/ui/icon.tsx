import clsx from 'clsx'
/** An icon from `icons.ts`. Decorative: the text beside it or the control's name has the meaning. */
export function Icon({ d, className }: { d: string; className?: string }) {
  return (
    <svg className={clsx('i', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
