'use client'

import clsx from 'clsx'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './form/button'
import { closeIcon } from './icons'

/**
 * A native modal dialog: the browser traps the focus, makes the page inert, closes on Escape and returns the focus.
 * `dialog` is centred, `drawer` opens from the right, `sheet` from below. `children` render only while it is open.
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
      // Keeps the page's width while its scrollbar is hidden.
      const { clientWidth, style } = document.documentElement
      style.setProperty('--scrollbar', `${window.innerWidth - clientWidth}px`)
      box.current?.showModal()
    }
    if (!open && box.current?.open) box.current.close()
  }, [open])
  // Clicks on the backdrop target the dialog itself; others target its descendants.
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
