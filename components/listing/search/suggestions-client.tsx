'use client'

import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import { type MouseEvent, useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/navigation/link'
import { Thumb } from '@/components/ui/picture'
import { readJson } from '@/components/ui/request/read-json'
import type { Suggestions as Found } from '@/lib/contracts/listing/listing'
import { recentSearches } from './recent-searches'
import { foundRows, type Offer, type Row, recentRows } from './suggestion-rows'

const WAIT_MS = 120
const FRESH_FOR_MS = 60_000
const client = new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_FOR_MS, retry: false } } })

/**
 * The list of suggestions below the search field. It reports its rows to the field, which decides which one is active.
 */
export function Suggestions({
  id,
  text,
  active,
  onOffers,
  onPick,
}: {
  id: string
  text: string
  active: number
  onOffers: (offers: Offer[]) => void
  onPick: (offer: Offer) => void
}) {
  const typed = text.trim()
  const q = useSettled(typed)
  const { data } = useQuery(
    {
      queryKey: ['suggestions', q],
      queryFn: ({ signal }) => fetchSuggestions(q, signal),
      enabled: q !== '',
      placeholderData: keepPreviousData,
    },
    client,
  )
  const [recent] = useState(recentSearches)
  const rows = typed === '' ? recentRows(recent) : data ? foundRows(q, recent, data) : []
  const keys = rows.map(({ key }) => key).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys identify the rows
  useEffect(() => {
    onOffers(rows)
    return () => onOffers([])
  }, [keys])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  if (rows.length === 0) return null
  return (
    // Pressing the list must not take the focus from the field.
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus
    <div className="suggest" onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={id} aria-label="Suggestions">
        {groupsOf(rows).map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a listbox
          <div key={group} role="group" aria-label={group}>
            <p className="suggest-head" aria-hidden="true">
              {group}
            </p>
            {members.map(({ row, index }) => (
              <Option key={row.key} id={`${id}-${index}`} row={row} isActive={index === active} onPick={onPick} />
            ))}
          </div>
        ))}
      </div>
      <p className="vh" role="status">
        {rows.length === 1 ? '1 suggestion' : `${rows.length} suggestions`}
      </p>
    </div>
  )
}

function Option({
  id,
  row,
  isActive,
  onPick,
}: {
  id: string
  row: Row
  isActive: boolean
  onPick: (offer: Offer) => void
}) {
  const { href, icon, picture, label, note } = row
  const onClick = (event: MouseEvent) => {
    // Leave clicks that open a new tab or window to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onPick(row)
  }
  const inside = (
    <>
      {picture ? <Thumb src={picture} size={44} /> : icon && <Icon d={icon} />}
      <span className="min-w-0 truncate">{label}</span>
      {note && <span className="suggest-note">{note}</span>}
    </>
  )
  const props = { id, role: 'option', 'aria-selected': isActive, tabIndex: -1, className: 'suggest-row', onClick }
  return href ? (
    <Link href={href} {...props}>
      {inside}
    </Link>
  ) : (
    <button type="button" {...props}>
      {inside}
    </button>
  )
}

/** Groups adjacent rows with the same `group`, each with its index in the whole list. */
function groupsOf(rows: Row[]): [group: string, members: { row: Row; index: number }[]][] {
  const groups = new Map<string, { row: Row; index: number }[]>()
  rows.forEach((row, index) => {
    groups.set(row.group, [...(groups.get(row.group) ?? []), { row, index }])
  })
  return [...groups]
}

/** Returns the text as it was when typing last paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

const fetchSuggestions = (q: string, signal: AbortSignal): Promise<Found> =>
  readJson(
    fetch(`/api/search?${new URLSearchParams({ q })}`, { signal }),
    import('@/lib/contracts/listing/listing').then(({ suggestionsSchema }) => suggestionsSchema),
  )
