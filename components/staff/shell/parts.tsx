import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import type { Refusal } from '@/lib/contracts/sent-form'

/** A box with a heading. */
export function Panel({
  title,
  id,
  aside,
  className,
  children,
}: {
  title: string
  id: string
  aside?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section className={clsx('panel', className)} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** What was done by the form that led here, or why it was refused. `texts` are by the value of `?done=`. */
export function Result({
  done,
  texts,
  refusal,
}: {
  done: unknown
  texts: Record<string, string>
  refusal: Refusal | undefined
}) {
  const text = typeof done === 'string' && Object.hasOwn(texts, done) ? texts[done] : undefined
  if (refusal)
    return (
      <Notice tone="danger" live>
        <p>{refusal.message}</p>
      </Notice>
    )
  if (!text) return null
  return (
    <Notice tone="good" live>
      <p>{text}</p>
    </Notice>
  )
}

/** A form of the office with hidden fields. `of` is the id of the page that shows it again if it is refused. */
export function OfficeForm({
  form,
  of,
  fields = {},
  className,
  children,
}: {
  /** Name of the form, as in lib/http/forms/staff/office.ts. */
  form: string
  of?: string
  fields?: Record<string, string>
  className?: string
  children: ReactNode
}) {
  const address = `/admin/do/${form}${of ? `?${new URLSearchParams({ of })}` : ''}`
  return (
    <form action={address} method="post" className={className} noValidate>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

/** The two pages about staff. */
export function StaffTabs({ current }: { current: 'people' | 'roles' }) {
  const chips = [
    { key: 'people', href: '/admin/staff', label: 'People' },
    { key: 'roles', href: '/admin/staff/roles', label: 'Roles' },
  ]
  return (
    <nav className="saved" aria-label="Staff">
      {chips.map(({ key, href, label }) => (
        <a
          key={key}
          className={clsx('chip', key === current && 'is-on')}
          href={href}
          aria-current={key === current ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
