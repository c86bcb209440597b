import type { CartLine, CartLineIssue, QuantityNotice } from '@/lib/contracts/cart'
import { MAX_QUANTITY } from '@/lib/domain/cart'
import { numberText } from '@/lib/domain/locale'
import { formatMoney } from '@/lib/domain/pricing/money'
import type { LineNote } from './store/last-change'

/** Formats a number of items: 1 → "1 item", 3 → "3 items". */
export const items = (count: number) => `${numberText(count)} ${count === 1 ? 'item' : 'items'}`

export const priceOrFree = (amount: number) => (amount === 0 ? 'Free' : formatMoney(amount))

/** Explains why the cart has fewer units than requested. */
export function noticeText(notice: QuantityNotice): string {
  if (notice.type === 'at_most') return `We sell at most ${notice.max} of one item at a time.`
  return notice.left === 1
    ? 'There is only 1 left, and it is in your cart.'
    : `There are only ${notice.left} left, and they are in your cart.`
}

/** Returns the text of a note at its line; null if it is not true of the line as it is now. */
export function noteText({ type, quantity }: LineNote, line: CartLine): string | null {
  switch (type) {
    case 'only_left':
      return line.hasAll ? noticeText({ type, left: line.quantity }) : null
    case 'at_most':
      return line.quantity === MAX_QUANTITY ? noticeText({ type, max: MAX_QUANTITY }) : null
    case 'not_whole':
      return line.quantity === quantity ? notWholeText(quantity) : null
    case 'none_wanted':
      return line.quantity === quantity ? 'Do you want to remove this from your cart?' : null
  }
}

/** Explains why a typed quantity was not taken. */
export const notWholeText = (quantity: number) => `Please type a whole number. The quantity is still ${quantity}.`

/** Explains why fewer units than typed can be added to the cart. */
export const reducedText = (notice: QuantityNotice) =>
  notice.type === 'at_most' ? noticeText(notice) : `Only ${notice.left} ${notice.left === 1 ? 'is' : 'are'} left.`

/** Returns the price (minor units) at which the shopper added a line. */
export const seenPriceOf = ({ issues, unitPrice }: CartLine): number =>
  issues.find((issue) => issue.type === 'price_changed')?.from ?? unitPrice

/** Describes the issue of a cart line in a few words. */
export function issueText(issue: CartLineIssue): string {
  switch (issue.type) {
    case 'price_changed':
      return `${issue.to > issue.from ? 'Went up' : 'Went down'} from ${formatMoney(issue.from)} to ${formatMoney(issue.to)}`
    case 'short':
      return `Only ${issue.left} left`
    case 'sold_out':
      return 'Sold out'
    case 'gone':
      return 'No longer in the shop'
  }
}

/** Explains why the cart stays empty if its cookie is refused, and what to do. */
export const COOKIES_REFUSED =
  'Your browser refused the cookie that remembers your cart, so the item was not added. Please allow cookies for this shop in your browser’s settings, then add the item again.'
