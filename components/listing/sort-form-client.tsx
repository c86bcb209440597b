'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/form/button'
import { withSort } from '@/lib/domain/listing/listing'
import { searchPairs } from '@/lib/domain/listing/listing-url'
import { useListing } from './listing-client'

/** The choice of the sort order. Without client-side scripts, it is a form with a button. */
export function SortForm() {
  const { state } = useListing()
  const id = useId()
  const kept = searchPairs(state).filter(([key]) => key !== 'page' && key !== 'sort')
  return (
    <form action="/listing" className="flex items-center gap-2 max-lg:hidden noscript:flex">
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label className="label whitespace-nowrap" htmlFor={id}>
        Sort by
      </label>
      <SortSelect id={id} />
      <noscript>
        <Button type="submit">Sort</Button>
      </noscript>
    </form>
  )
}

export function SortSelect({ id }: { id?: string }) {
  const { view, state, go } = useListing()
  return (
    <select
      className="select"
      name="sort"
      id={id}
      value={state.sort}
      aria-label={id ? undefined : 'Sort by'}
      onChange={(event) => go(withSort(state, event.target.value))}
    >
      {view.sorts.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}
