import clsx from 'clsx'
/** One of the drawings in `icons.ts`. Decoration: the text beside it, or the control's name, says what it means. */
export function Icon({ d, className }: { d: string; className?: string }) {
  return (
    <svg className={clsx('i', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
