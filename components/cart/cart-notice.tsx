import { Notice } from '@/components/ui/feedback/notice'
import type { CartView } from '@/lib/contracts/cart'
import type { LineNote } from './store/last-change'
import { COOKIES_REFUSED } from './words'

/** What the page's address says about the last change, after a form submitted without a script. */
export interface Told {
  /** The code of the notice; unknown codes show nothing. */
  code: string | undefined
  sku: string | undefined
}

const LINE_NOTES: LineNote['type'][] = ['only_left', 'at_most', 'not_whole', 'none_wanted']

/** Returns the note at a line of the cart; null if the notice is not about one. */
export function lineNoteOf({ code, sku }: Told, { lines }: CartView): LineNote | null {
  const type = LINE_NOTES.find((type) => type === code)
  const line = lines.find((line) => line.sku === sku)
  return type && line ? { sku: line.sku, type, quantity: line.quantity } : null
}

/** The notice above the cart about a change that failed. */
export function CartNotice({ told: { code, sku }, cart }: { told: Told; cart: CartView }) {
  const text = code && sentence(code, cart.lines.find((line) => line.sku === sku)?.name)
  if (!text) return null
  return (
    <Notice tone="danger" live className="mb-5">
      <p>{text}</p>
    </Notice>
  )
}

function sentence(code: string, name = 'That'): string | undefined {
  switch (code) {
    case 'cookies_refused':
      return COOKIES_REFUSED
    case 'out_of_stock':
      return `${name} is sold out, sorry. Nothing was added.`
    case 'not_found':
      return 'We no longer sell this item, so nothing was added. The rest of your cart is unchanged.'
    case 'cart_empty':
      return 'Your cart has expired, so nothing was changed. Please add the items again.'
    case 'cart_full':
      return 'Your cart is full: it has room for 100 different items. Nothing was added. Please remove something first.'
    case 'invalid_input':
      return 'This quantity is not possible, so your cart is unchanged. Please enter a whole number from 1 to 99.'
    case 'unavailable':
    case 'unexpected':
      return 'Something went wrong on our side. Your cart is unchanged. Please try again.'
    default:
      return undefined
  }
}
