'use client'

import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { clockIcon, searchIcon, storeIcon } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Thumb } from '@/components/ui/picture'
import { Price } from '@/components/ui/price'
import type { Suggestions as Found } from '@/lib/contracts/listing'
import { recentSearches } from './recent-searches'

/** A row of the list, by its address. */
export interface Offer {
  href: string
}

const WAIT_MS = 120
const FRESH_FOR_MS = 60_000
const client = new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_FOR_MS, retry: false } } })

/** The list under the search field. It tells the field what it offers, in order; the field says which one is active. */
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
  onPick: () => void
}) {
  const q = useSettled(text.trim())
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
  const rows = text.trim() === '' ? recent.map(recentRow) : data ? rowsOf(data) : []
  const key = rows.map(({ href }) => href).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells whether the rows are others
  useEffect(() => {
    onOffers(rows.map(({ href }) => ({ href })))
    return () => onOffers([])
  }, [key])
  if (rows.length === 0) return null
  return (
    // A press on the list must not take the focus from the field.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing happens here but that
    <div className="suggest" onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={id} aria-label="Suggestions">
        {rows.map(({ href, icon, picture, label, note }, index) => (
          <Link
            key={href}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === active}
            tabIndex={-1}
            className="suggest-row"
            href={href}
            onClick={onPick}
          >
            {picture ? <Thumb src={picture} size={44} /> : icon && <Icon d={icon} />}
            <span className="min-w-0 truncate">{label}</span>
            <span className="suggest-note">{note}</span>
          </Link>
        ))}
      </div>
      <p className="vh" role="status">
        {rows.length === 1 ? '1 suggestion' : `${rows.length} suggestions`}
      </p>
    </div>
  )
}

interface Row extends Offer {
  label: ReactNode
  note?: ReactNode
  icon?: string
  picture?: string
}

const recentRow = (text: string): Row => ({
  href: `/search?${new URLSearchParams({ q: text })}`,
  label: text,
  icon: clockIcon,
})

function rowsOf({ completions, categories, products, total, href }: Found): Row[] {
  const number = (count: number) => <span className="count">{count.toLocaleString('en-IE')}</span>
  const rows: Row[] = [
    ...completions.map((completion) => ({
      href: completion.href,
      label: completion.text,
      note: number(completion.count),
      icon: searchIcon,
    })),
    ...categories.map((category) => ({
      href: category.href,
      label: (
        <>
          in <b>{category.name}</b>
        </>
      ),
      note: number(category.count),
      icon: storeIcon,
    })),
    ...products.map(({ name, href, image, price }) => ({
      href,
      label: <b>{name}</b>,
      note: <Price amount={price} size="1.125rem" />,
      ...(image && { picture: image }),
    })),
    ...(total > products.length
      ? [{ href, label: <b>All {total.toLocaleString('en-IE')} results</b>, icon: searchIcon }]
      : []),
  ]
  // The last of the same address stands: a completion that is the text itself leads where all results are.
  return [...new Map(rows.map((row) => [row.href, row])).values()]
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

async function fetchSuggestions(q: string, signal: AbortSignal): Promise<Found> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q })}`, { signal })
  const answer: unknown = await response.json()
  if (!isFound(answer)) throw new Error(`The search answered with status ${response.status}`)
  return answer
}

const isFound = (answer: unknown): answer is Found =>
  typeof answer === 'object' &&
  answer !== null &&
  ['completions', 'categories', 'products'].every((key) => Array.isArray(Reflect.get(answer, key))) &&
  typeof Reflect.get(answer, 'total') === 'number' &&
  typeof Reflect.get(answer, 'href') === 'string'
