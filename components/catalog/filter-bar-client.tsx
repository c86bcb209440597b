'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button, ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { arrowUpDownIcon, filterIcon } from '@/components/ui/icons'
import { Modal } from '@/components/ui/modal-client'
import type { ListingView } from '@/lib/contracts/listing'
import { listingMemory } from './listing-memory'

/** The foot of small screens: filters in a sheet (`children`), and the sort. The sheet stays open while filters change. */
export function FilterBar({
  title,
  showLabel,
  active,
  sorts,
  clearHref,
  children,
}: {
  title: string
  /** "Show 41" */
  showLabel: string
  active: number
  sorts: ListingView['sorts']
  clearHref: string
  children: ReactNode
}) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [isBack, setBack] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const turn = (open: boolean) => {
    listingMemory.sheetScroll = 0
    setBack(false)
    setOpen(open)
  }
  useEffect(() => {
    const isWanted = listingMemory.isSheetWanted
    setBack(isWanted) // it was there already, so it does not rise again
    setOpen(isWanted) // a page that one comes back to may have been left with it open
    const timer = setTimeout(() => {
      listingMemory.isSheetWanted = false
    })
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (isOpen && list.current) list.current.scrollTop = listingMemory.sheetScroll
  }, [isOpen])
  return (
    <>
      <div className="filter-bar lg:hidden mt-8 needs-script">
        <Button className="flex-1" aria-haspopup="dialog" onClick={() => turn(true)}>
          <Icon d={filterIcon} /> Filter {active > 0 && <Badge tone="accent">{String(active)}</Badge>}
        </Button>
        <div className="btn flex-1 sort-pick">
          <Icon d={arrowUpDownIcon} />
          <span className="truncate">{sorts.find(({ selected }) => selected)?.label}</span>
          <SortSelect sorts={sorts} onPick={(href) => router.push(href, { scroll: false })} />
        </div>
      </div>
      <Modal
        kind="sheet"
        open={isOpen}
        onClose={() => turn(false)}
        title={title}
        closeLabel="Close filters"
        className={isBack ? 'is-back' : undefined}
      >
        <div
          ref={list}
          className="flex-1 overflow-y-auto px-4"
          onScroll={(event) => {
            listingMemory.sheetScroll = event.currentTarget.scrollTop
          }}
        >
          {children}
        </div>
        <div className="flex gap-3 p-4 border-t-3 border-line bg-paper">
          <ButtonLink href={clearHref} scroll={false}>
            Clear
          </ButtonLink>
          <Button tone="accent" className="flex-1" onClick={() => turn(false)}>
            {showLabel}
          </Button>
        </div>
      </Modal>
    </>
  )
}

export function SortSelect({
  sorts,
  onPick,
  id,
}: {
  sorts: ListingView['sorts']
  onPick: (href: string) => void
  id?: string
}) {
  const selected = sorts.find((sort) => sort.selected)?.key
  return (
    <select
      className="select"
      name="sort"
      id={id}
      key={selected}
      defaultValue={selected}
      aria-label={id ? undefined : 'Sort by'}
      onChange={(event) => {
        const sort = sorts.find(({ key }) => key === event.target.value)
        if (sort) onPick(sort.href)
      }}
    >
      {sorts.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}
