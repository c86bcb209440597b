import type { ListingView } from '@/lib/contracts/listing/listing'
import { NEW_FOR_DAYS } from '@/lib/domain/catalog/newness'
import { numberText } from '@/lib/domain/locale'

/** Suffix of every page title. Same as the template in app/layout.tsx. */
export const SITE_TITLE = ' · Nexus'

const number = (count: number) => numberText(count)

/** Returns the window title: "Laptops, 16 GB, page 2". */
export function listingTitle(title: string, { chips, page }: ListingView): string {
  return [title, ...chips.map(({ label }) => label), ...(page > 1 ? [`page ${page}`] : [])].join(', ')
}

/** Returns the counts as a sentence: "135 in the shop, 41 match your search." */
export function countSentence({ total, outOf, chips, collection }: ListingView): string {
  const where = collection ? 'on this shelf' : 'in the shop'
  if (outOf === 0) return ''
  if (chips.length === 0) return `${number(total)} ${where}.`
  return `${number(outOf)} ${where}, ${number(total)} ${total === 1 ? 'matches' : 'match'} your search.`
}

/** The introduction on the page of new products. */
export const NEW_LEAD = `What came in within the last ${NEW_FOR_DAYS} days, newest first.`
