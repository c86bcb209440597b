import type { ListingView } from '@/lib/contracts/listing/listing'
import { NEW_FOR_DAYS } from '@/lib/domain/catalog/newness'
import { numberText } from '@/lib/domain/locale'

/** End of every page title. Must be the same as in the title template of app/layout.tsx. */
export const SITE_TITLE = ' · Nexus'

const number = (count: number) => numberText(count)

/** Returns the title of the browser window, such as "Laptops, 16 GB, page 2". */
export function listingTitle(title: string, { chips, page }: ListingView): string {
  return [title, ...chips.map(({ label }) => label), ...(page > 1 ? [`page ${page}`] : [])].join(', ')
}

/** Returns a sentence with the numbers of products: "135 in the shop, 41 match your search." */
export function countSentence({ total, outOf, chips, collection }: ListingView): string {
  const where = collection ? 'on this shelf' : 'in the shop'
  if (outOf === 0) return ''
  if (chips.length === 0) return `${number(total)} ${where}.`
  return `${number(outOf)} ${where}, ${number(total)} ${total === 1 ? 'matches' : 'match'} your search.`
}

/** Introductory sentence on the page of new products. */
export const NEW_LEAD = `What came in within the last ${NEW_FOR_DAYS} days, newest first.`
