import { Notice } from '@/components/ui/feedback/notice'
import type { CartLine } from '@/lib/contracts/cart'
import { COOKIES_REFUSED } from './words'

/**
 * The notice about the last change to the cart, after a form submitted without a script. Its code is in the page's
 * address; unknown codes show nothing.
 */
export function CartNotice({ notice, line }: { notice: string | string[] | undefined; line: CartLine | undefined }) {
  const text = typeof notice === 'string' ? sentence(notice, line) : undefined
  if (!text) return null
  return (
    <Notice tone={notice === 'only_left' || notice === 'at_most' ? 'warn' : 'danger'} live className="mb-5">
      <p>{text}</p>
    </Notice>
  )
}

function sentence(notice: string, line: CartLine | undefined): string | undefined {
  const name = line?.name ?? 'That'
  switch (notice) {
    case 'only_left':
      return line ? `${name}: there are only ${line.quantity} left, and they are in your cart.` : undefined
    case 'at_most':
      return line ? `${name}: we sell at most ${line.quantity} of one item at a time.` : undefined
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
