'use client'

import { type ReactNode, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClass } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { arrowUpDownIcon, filterIcon } from '@/components/ui/icons'
import { Modal } from '@/components/ui/modal-client'
import { activeFilters, cleared } from '@/lib/domain/listing/listing'
import { numberText } from '@/lib/domain/locale'
import { ListingLink, useListing } from '../listing-client'
import { SortSelect } from '../sort-form-client'

/**
 * The bar on small screens with a button that opens the filters (`children`) in a sheet, and the sort order. The sheet
 * stays open while filters change.
 */
export function FilterBar({ children }: { children: ReactNode }) {
  const { view, state, noun, isPending } = useListing()
  const [isOpen, setOpen] = useState(false)
  const active = activeFilters(state)
  const found = `${numberText(view.total)} ${noun}`
  return (
    <>
      <div className="filter-bar lg:hidden mt-8 needs-script">
        <Button className="flex-1" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon d={filterIcon} /> Filter {active > 0 && <Badge tone="accent">{String(active)}</Badge>}
        </Button>
        <div className="btn flex-1 sort-pick">
          <Icon d={arrowUpDownIcon} />
          <span className="truncate">{view.sorts.find(({ key }) => key === state.sort)?.label}</span>
          <SortSelect />
        </div>
      </div>
      <Modal
        kind="sheet"
        open={isOpen}
        onClose={() => setOpen(false)}
        title={`Filter ${noun}`}
        closeLabel="Close filters"
      >
        <div className="flex-1 overflow-y-auto px-4">{children}</div>
        <div className="flex gap-3 p-4 border-t-3 border-line bg-paper">
          <ListingLink className={buttonClass()} to={cleared(state)}>
            Clear
          </ListingLink>
          <Button tone="accent" className="flex-1" busy={isPending} onClick={() => setOpen(false)}>
            Show {found}
          </Button>
        </div>
      </Modal>
    </>
  )
}
