import clsx from 'clsx'
import type { ReactNode, Ref } from 'react'
import { Icon } from '../icon'
import { alertIcon, doneIcon, infoIcon, warningIcon } from '../icons'

export type NoticeTone = 'danger' | 'warn' | 'info' | 'good'

const ICONS: Record<NoticeTone, string> = {
  danger: alertIcon,
  warn: warningIcon,
  info: infoIcon,
  good: doneIcon,
}

/**
 * A message within the page. With `live`, screen readers announce it when it appears, at once for `danger`, otherwise
 * when they are idle. It can then also receive the focus, as an error summary must.
 */
export function Notice({
  tone,
  live = false,
  className,
  ref,
  children,
}: {
  tone: NoticeTone
  live?: boolean
  className?: string
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}) {
  return (
    <div
      ref={ref}
      className={clsx('notice', `notice-${tone}`, className)}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      tabIndex={live ? -1 : undefined}
    >
      <Icon d={ICONS[tone]} />
      <div className="min-w-0 wrap-anywhere">{children}</div>
    </div>
  )
}

/** A summary of the errors above a form, each with a link to its field. Hidden if there are none. */
export function ErrorSummary({
  errors,
  className,
  ref,
}: {
  /** `field` is the id of the invalid control, `label` the text of the link to it. */
  errors: { field: string; label: string }[]
  className?: string
  ref?: Ref<HTMLDivElement>
}) {
  if (errors.length === 0) return null
  return (
    <Notice tone="danger" live className={className} ref={ref}>
      <p>
        <b>{errors.length === 1 ? 'One thing to fix' : `${errors.length} things to fix`}:</b>{' '}
        {errors.map(({ field, label }, index) => (
          <span key={field}>
            {index > 0 && (index === errors.length - 1 ? ' and ' : ', ')}
            <a className="more" href={`#${field}`}>
              {label}
            </a>
          </span>
        ))}
        . Everything else you typed is kept.
      </p>
    </Notice>
  )
}
