'use client'

import { useRouter } from 'next/navigation'
import { useId, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { ListingView } from '@/lib/contracts/listing'
import { SortSelect } from './filter-bar-client'

/** How the listing is sorted; without scripts a form with a button. */
export function SortForm({ pairs, sorts }: Pick<ListingView, 'pairs' | 'sorts'>) {
  const router = useRouter()
  const id = useId()
  const [isPending, startTransition] = useTransition()
  return (
    <form
      action="/listing"
      className="flex items-center gap-2 max-lg:hidden noscript:flex"
      data-pending={isPending || undefined}
    >
      {pairs.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label className="label whitespace-nowrap" htmlFor={id}>
        Sort by
      </label>
      <SortSelect
        id={id}
        sorts={sorts}
        onPick={(href) => startTransition(() => router.push(href, { scroll: false }))}
      />
      <noscript>
        <Button type="submit">Sort</Button>
      </noscript>
    </form>
  )
}
