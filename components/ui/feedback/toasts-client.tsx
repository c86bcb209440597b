'use client'

import clsx from 'clsx'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button, ButtonLink, IconButton } from '../form/button'
import { Icon } from '../icon'
import { alertIcon, closeIcon, doneIcon, infoIcon } from '../icons'
import { dismissToast, noToasts, type Toast, toastStore } from './toasts'

const ICONS = { good: doneIcon, bad: alertIcon, info: infoIcon }
const SHOWN_FOR_MS = 6000

/** Shows the page's toasts. They share one live region, which screen readers announce. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, noToasts)
  const [held, setHeld] = useState(false)
  return (
    <div
      className="toasts"
      role="status"
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <ToastBox key={toast.id} toast={toast} held={held} />
      ))}
    </div>
  )
}

function ToastBox({ toast, held }: { toast: Toast; held: boolean }) {
  const { id, tone, text, action } = toast
  useEffect(() => {
    // Errors stay until they are dismissed. Other toasts disappear after a while, but not while they are hovered or
    // focused.
    if (held || tone === 'bad') return
    const timer = setTimeout(() => dismissToast(id), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [id, tone, held])
  return (
    <div className={clsx('toast', `is-${tone}`)}>
      <Icon d={ICONS[tone]} />
      <p className="font-semibold">{text}</p>
      <div className="flex gap-2">
        {action && 'href' in action && (
          <ButtonLink size="sm" href={action.href} onClick={() => dismissToast(id)}>
            {action.label}
          </ButtonLink>
        )}
        {action && 'run' in action && (
          <Button
            size="sm"
            onClick={() => {
              dismissToast(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
        <IconButton size="sm" label="Dismiss" d={closeIcon} onClick={() => dismissToast(id)} />
      </div>
    </div>
  )
}
