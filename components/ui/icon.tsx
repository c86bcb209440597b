import clsx from 'clsx'
/** An icon from `icons.ts`. Decorative: its meaning is in the text beside it or in the name of the control. */
export function Icon({ d, className }: { d: string; className?: string }) {
  return (
    <svg className={clsx('i', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
