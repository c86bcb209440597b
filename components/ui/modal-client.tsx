'use client'

import clsx from 'clsx'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './form/button'
import { closeIcon } from './icons'

/**
 * A native modal dialog. The browser traps the focus, makes the page inert, closes it on Escape and returns the focus.
 * A `dialog` is centred, a `drawer` opens from the right, a `sheet` from below. `children` render only while it is
 * open.
 */
export function Modal({
  kind = 'dialog',
  open,
  onClose,
  title,
  aside,
  closeLabel = 'Close',
  className,
  children,
}: {
  kind?: 'dialog' | 'drawer' | 'sheet'
  open: boolean
  onClose: () => void
  title: ReactNode
  /** Small text after the title (“3 items”). */
  aside?: ReactNode
  closeLabel?: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open && !box.current?.open) {
      // Keeps the page's width while its scrollbar is hidden.
      const { clientWidth, style } = document.documentElement
      style.setProperty('--scrollbar', `${window.innerWidth - clientWidth}px`)
      box.current?.showModal()
    }
    if (!open && box.current?.open) box.current.close()
  }, [open])
  // A click on the backdrop has the dialog itself as its target; other clicks have a descendant.
  const onClick = (event: MouseEvent) => event.target === box.current && onClose()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard equivalent
    <dialog ref={box} className={clsx(kind, className)} aria-labelledby={id} onClose={onClose} onClick={onClick}>
      {open && (
        <>
          <div className="dialog-head">
            <h2 id={id} className={kind === 'dialog' ? 'text-d5' : 'text-d4'}>
              {title} {aside && <span className="muted font-sans text-base font-semibold">{aside}</span>}
            </h2>
            <IconButton label={closeLabel} d={closeIcon} onClick={onClose} />
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}
