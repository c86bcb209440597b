import type { ReactNode } from 'react'
import { clockIcon, closeIcon, searchIcon, storeIcon } from '@/components/ui/icons'
import { Price } from '@/components/ui/price'
import type { Suggestions } from '@/lib/contracts/listing/listing'
import { findUrl } from '@/lib/domain/listing/find-url'
import { numberText } from '@/lib/domain/locale'

/** The action of a row when it is selected. */
export type Offer =
  | { does: 'search'; text: string; href: string }
  | { does: 'go'; href: string }
  | { does: 'forget'; href: '' }

/** One row of the suggestions. */
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

/** Returns rows of recent searches, for an empty field. */
export function recentRows(recent: readonly string[]): Row[] {
  if (recent.length === 0) return []
  return [
    ...recent.map((text) => searchRow(RECENT, text, clockIcon)),
    { does: 'forget', key: 'forget', group: RECENT, href: '', label: 'Forget these', icon: closeIcon },
  ]
}

/**
 * Returns rows for a text: recent searches that start with it, then suggestions. The first row is never the text
 * itself.
 */
export function foundRows(text: string, recent: readonly string[], found: Suggestions): Row[] {
  const begins = (other: string) => other.toLowerCase().startsWith(text.toLowerCase())
  const before = recent.filter((other) => begins(other) && other.toLowerCase() !== text.toLowerCase())
  const completions = found.completions.filter(({ text: other }) => other !== text && !before.includes(other))
  return [
    ...before.slice(0, MAX_RECENT_BESIDE).map((other) => searchRow('Searches', other, clockIcon, marked(other, text))),
    ...completions.map(({ text: other, count }) =>
      searchRow('Searches', other, searchIcon, marked(other, text), number(count)),
    ),
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

const searchRow = (group: string, text: string, icon: string, label: ReactNode = text, note?: ReactNode): Row => ({
  does: 'search',
  key: `${group} ${text}`,
  group,
  text,
  href: findUrl(text),
  label,
  note,
  icon,
})

const number = (count: number) => <span className="count">{numberText(count)}</span>

/** Returns the text with the part that was not typed emphasized. */
function marked(whole: string, typed: string): ReactNode {
  if (!whole.toLowerCase().startsWith(typed.toLowerCase())) return <b>{whole}</b>
  return (
    <>
      {whole.slice(0, typed.length)}
      <b>{whole.slice(typed.length)}</b>
    </>
  )
}
