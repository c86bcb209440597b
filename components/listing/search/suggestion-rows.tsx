import type { ReactNode } from 'react'
import { clockIcon, closeIcon, searchIcon, storeIcon } from '@/components/ui/icons'
import { Price } from '@/components/ui/price'
import type { Suggestions } from '@/lib/contracts/listing/listing'
import { findUrl } from '@/lib/domain/listing/find-url'
import { numberText } from '@/lib/domain/locale'

/** What happens when a row of the suggestions is selected. */
export type Offer =
  | { does: 'search'; text: string; href: string }
  | { does: 'go'; href: string }
  | { does: 'forget'; href: '' }

/** A row in the list of suggestions. */
export type Row = Offer & {
  key: string
  group: string
  label: ReactNode
  note?: ReactNode
  icon?: string
  picture?: string | null
}

const MAX_RECENT_BESIDE = 2
const RECENT = 'Searched before'

/** Returns the rows for an empty search field: recent searches. */
export function recentRows(recent: readonly string[]): Row[] {
  if (recent.length === 0) return []
  return [
    ...recent.map((text) => searchRow(RECENT, text, clockIcon)),
    { does: 'forget', key: 'forget', group: RECENT, href: '', label: 'Forget these', icon: closeIcon },
  ]
}

/**
 * Returns the rows for a typed text: recent searches that start with it, then suggestions. The text itself is not among
 * the searches.
 */
export function foundRows(text: string, recent: readonly string[], found: Suggestions): Row[] {
  const begins = (other: string) => other.toLowerCase().startsWith(text.toLowerCase())
  const before = recent.filter((other) => begins(other) && other.toLowerCase() !== text.toLowerCase())
  const completions = found.completions.filter(({ text: other }) => other !== text && !before.includes(other))
  return [
    ...before.slice(0, MAX_RECENT_BESIDE).map((other) => searchRow('Searches', other, clockIcon, marked(other, text))),
    ...completions.map(({ text: other }) => searchRow('Searches', other, searchIcon, marked(other, text))),
    ...found.categories.map(
      (category): Row => ({
        does: 'go',
        key: category.href,
        group: 'Departments',
        href: category.href,
        label: category.text ? (
          <>
            {category.text} in <b>{category.name}</b>
          </>
        ) : (
          <b>{category.name}</b>
        ),
        note: number(category.count),
        icon: storeIcon,
      }),
    ),
    ...found.products.map(
      ({ name, href, image, price }): Row => ({
        does: 'go',
        key: href,
        group: 'Products',
        href,
        label: <b>{name}</b>,
        note: <Price amount={price} size="1.125rem" />,
        picture: image,
      }),
    ),
    ...(found.total > found.products.length
      ? [searchRow('Products', text, searchIcon, <b>Everything for “{text}”</b>)]
      : []),
  ]
}

const searchRow = (group: string, text: string, icon: string, label: ReactNode = text): Row => ({
  does: 'search',
  key: `${group} ${text}`,
  group,
  text,
  href: findUrl(text),
  label,
  icon,
})

const number = (count: number) => <span className="count">{numberText(count)}</span>

/** Returns the suggested text, with the part emphasized that was not typed. */
function marked(whole: string, typed: string): ReactNode {
  if (!whole.toLowerCase().startsWith(typed.toLowerCase())) return <b>{whole}</b>
  return (
    <>
      {whole.slice(0, typed.length)}
      <b>{whole.slice(typed.length)}</b>
    </>
  )
}
