import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Icon } from '@/components/ui/icon'
import { type Refusal, whyOf } from '@/lib/contracts/sent-form'

/** A box with a heading, for one topic of an account page. */
export function Pane({
  title,
  icon,
  id,
  mark,
  children,
}: {
  title: string
  icon?: string
  id?: string
  mark?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="pane" id={id} aria-label={title}>
      <div className="pane-head">
        {icon && <Icon d={icon} />}
        <h2 className="text-d4 flex-1">{title}</h2>
        {mark}
      </div>
      <div className="pane-body">{children}</div>
    </section>
  )
}

/** What was done by the form that led here, or why it was refused. `texts` are by the value of `?done=`. */
export function Outcome({
  done,
  texts,
  refusal,
}: {
  done: unknown
  texts: Record<string, string>
  refusal?: Refusal | undefined
}) {
  const text = typeof done === 'string' && Object.hasOwn(texts, done) ? texts[done] : undefined
  if (refusal)
    return (
      <Notice tone="danger" live className="mb-6">
        <p>
          {refusal.message} {whyOf(refusal)}
        </p>
      </Notice>
    )
  if (!text) return null
  return (
    <Notice tone="good" live className="mb-6">
      <p>{text}</p>
    </Notice>
  )
}

/** A button that posts a form with only hidden fields. */
export function PostButton({
  form,
  fields = {},
  children,
}: {
  /** Name of the form, as in lib/http/forms/account.ts. */
  form: string
  fields?: Record<string, string>
  children: ReactNode
}) {
  return (
    <form action={`/account/do/${form}`} method="post">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
