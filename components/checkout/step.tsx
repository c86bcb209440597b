import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { checkIcon } from '@/components/ui/icons'

/** A numbered section of the checkout. Once it is complete, a tick replaces its number. */
export function Step({
  number,
  title,
  done = false,
  children,
}: {
  number: number
  title: string
  done?: boolean
  children: ReactNode
}) {
  const id = `step-${number}`
  return (
    <section className="step" aria-labelledby={id}>
      <div className="step-head">
        <span className={done ? 'step-n is-done' : 'step-n'} aria-hidden="true">
          {done ? <Icon d={checkIcon} /> : number}
        </span>
        <h2 id={id} className="text-d4 flex-1">
          {title}
        </h2>
      </div>
      <div className="step-body">{children}</div>
    </section>
  )
}
