'use client'

import { type MouseEvent, type ReactNode, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { menuIcon } from '@/components/ui/icons'
import { Modal } from '@/components/ui/modal-client'

/**
 * The menu on small screens, which opens a sheet with `children`. Without client-side scripts, it is a link to the
 * departments.
 */
export function Menu({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const onOpen = (event: MouseEvent) => {
    // Leave clicks that open a new tab or window to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }
  const onPick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) setOpen(false)
  }
  return (
    <>
      <a
        className="btn btn-icon md:hidden"
        href="/departments"
        aria-label="Menu"
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <Icon d={menuIcon} />
      </a>
      <Modal kind="sheet" open={open} onClose={() => setOpen(false)} title="Where to?" closeLabel="Close menu">
        {/* biome-ignore lint/a11y: only closes the sheet after a link inside was pressed */}
        <div className="flex-1 overflow-y-auto" onClick={onPick}>
          {children}
        </div>
      </Modal>
    </>
  )
}
