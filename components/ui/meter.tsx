import clsx from 'clsx'
import type { CSSProperties } from 'react'

/**
 * A bar that is filled to `value` of `max`. Without `label`, screen readers ignore it, so the text beside it must give
 * the same information.
 */
export function Meter({
  value,
  max,
  label,
  low = false,
  steps = false,
}: {
  value: number
  max: number
  label?: string
  low?: boolean
  /** Marks the bar's quarters. */
  steps?: boolean
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const style: CSSProperties & { '--v': string } = { '--v': `${Math.round(share * 1000) / 10}%` }
  return (
    <div
      className={clsx('meter', low && 'is-low', steps && 'is-4')}
      style={style}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <i />
    </div>
  )
}
