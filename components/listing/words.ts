import type { ListingView } from '@/lib/contracts/listing/listing'
import { NEW_FOR_DAYS } from '@/lib/domain/catalog/newness'
import { numberText } from '@/lib/domain/locale'

/** What every title ends with; the template of app/layout.tsx. */
export const SITE_TITLE = ' · Nexus'

const number = (count: number) => numberText(count)

/** "Laptops, 16 GB, page 2" */
export function listingTitle(title: string, { chips, page }: ListingView): string {
  return [title, ...chips.map(({ label }) => label), ...(page > 1 ? [`page ${page}`] : [])].join(', ')
}

/** "135 in the shop, 41 match what you asked for." */
export function countSentence({ total, outOf, chips, collection }: ListingView): string {
  const where = collection ? 'on this shelf' : 'in the shop'
  if (outOf === 0) return ''
  if (chips.length === 0) return `${number(total)} ${where}.`
  return `${number(outOf)} ${where}, ${number(total)} ${total === 1 ? 'matches' : 'match'} what you asked for.`
}

/** What the page of new products says under its title. */
export const NEW_LEAD = `What came in within the last ${NEW_FOR_DAYS} days, newest first.`
