'use client'

import clsx from 'clsx'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './form/button'
import { closeIcon } from './icons'

/**
 * A native modal dialog: the browser keeps the focus inside, makes the page inert, closes it on Escape and then returns
 * the focus. A `dialog` is centred, a `drawer` opens from the right, a `sheet` from below. `children` are rendered only
 * while it is open.
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
  /** Small text after the title, such as “3 items”. */
  aside?: ReactNode
  closeLabel?: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open && !box.current?.open) {
      // Keep the page's width while its scrollbar is hidden.
      const { clientWidth, style } = document.documentElement
      style.setProperty('--scrollbar', `${window.innerWidth - clientWidth}px`)
      box.current?.showModal()
    }
    if (!open && box.current?.open) box.current.close()
  }, [open])
  // Closes the dialog on a click on its backdrop: only then is the target the dialog itself, not a descendant.
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
