'use client'

import { type MouseEvent, type ReactNode, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { menuIcon } from '@/components/ui/icons'
import { Modal } from '@/components/ui/modal-client'
import type { navFor, OfficePage } from './nav'

/** The menu on small screens. Without client-side scripts, it is a link to the start page, which lists the same pages. */
export function OfficeMenu({
  groups,
  current,
  children,
}: {
  groups: ReturnType<typeof navFor>
  current: OfficePage
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const onOpen = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <a className="btn btn-sm" href="/admin" aria-haspopup="dialog" onClick={onOpen}>
        <Icon d={menuIcon} /> Menu
      </a>
      <Modal
        kind="sheet"
        className="nav-sheet on-block"
        open={open}
        onClose={() => setOpen(false)}
        title="Menu"
        closeLabel="Close the menu"
      >
        <nav className="nav-sheet-in" aria-label="Office pages">
          {groups.map(({ title, entries }) => (
            <div key={title}>
              <h3>{title}</h3>
              <ul className="grid">
                {entries.map(({ key, href, label, icon }) => (
                  <li key={key}>
                    <a href={href} aria-current={key === current ? 'page' : undefined}>
                      <Icon d={icon} /> {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="nav-sheet-foot">{children}</div>
      </Modal>
    </>
  )
}
