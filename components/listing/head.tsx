import type { CSSProperties, ReactNode } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { type ListingNotice, priceFaultText } from '@/lib/domain/listing/listing-draft'
import { cutToFit } from '@/lib/look/fit'

// Width available to the title in em: on the smallest screens (`narrow`), and beside a description (`wide`).
const ROOM = { narrow: 7.7, wide: 9.6 }

/** The title of a listing, fitted to the available width. `children` is the description beside it. */
export function ListingHead({ title, children }: { title: string; children?: ReactNode }) {
  const stretch = (room: number, max: number) => `${Math.min(max, cutToFit(title, 100 / room).stretch)}%`
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--narrow': stretch(ROOM.narrow, 120),
    '--wide': stretch(ROOM.wide, 150),
  }
  return (
    <div className="list-head">
      <h1 className="font-display text-d1 font-black min-w-0 wrap-anywhere fitted-title" style={style}>
        {title}
      </h1>
      {children && <p className="text-lg max-w-[44ch]">{children}</p>}
    </div>
  )
}

const faultOf = ({ text, fault }: Extract<ListingNotice, { type: 'not_a_number' }>) =>
  `${fault ? priceFaultText(text, fault) : `“${text}” is no number`}; the filter stays as it was.`

/** Says which parts of the address were ignored. Hidden if there are none. */
export function LeftOut({ notices, unknown }: { notices: ListingNotice[]; unknown: string[] }) {
  const keys = [...notices.flatMap((notice) => (notice.type === 'unknown' ? [notice.key] : [])), ...unknown]
  const texts = notices.flatMap((notice) => {
    if (notice.type === 'text_shortened') return [`Only the first ${LISTING_LIMITS.text} characters were searched for.`]
    if (notice.type === 'too_many_values')
      return [`Only ${LISTING_LIMITS.values} filters work at once; the other ${notice.dropped} were ignored.`]
    if (notice.type === 'not_a_number') return [faultOf(notice)]
    return []
  })
  if (keys.length > 0) texts.unshift(`We ignored what is no filter here: ${keys.slice(0, 5).join(', ')}.`)
  if (texts.length === 0) return null
  return (
    <Notice tone="info" className="mb-4">
      {texts.join(' ')}
    </Notice>
  )
}
