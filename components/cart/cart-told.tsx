import { Notice } from '@/components/ui/feedback/notice'
import type { CartLine } from '@/lib/contracts/cart'
import { COOKIES_REFUSED } from './words'

/** What a plain form wants told on the cart's page: a code of ours, and nothing for any other text. */
export function CartTold({ told, line }: { told: string | string[] | undefined; line: CartLine | undefined }) {
  const text = typeof told === 'string' ? sentence(told, line) : undefined
  if (!text) return null
  return (
    <Notice tone={told === 'only_left' || told === 'at_most' ? 'warn' : 'danger'} live className="mb-5">
      <p>{text}</p>
    </Notice>
  )
}

function sentence(told: string, line: CartLine | undefined): string | undefined {
  const name = line?.name ?? 'That'
  switch (told) {
    case 'only_left':
      return line ? `${name}: there are only ${line.quantity} left, and they are in your cart.` : undefined
    case 'at_most':
      return line ? `${name}: ${line.quantity} is the most we sell of one thing at once.` : undefined
    case 'cookies_refused':
      return COOKIES_REFUSED
    case 'out_of_stock':
      return `${name} is sold out, sorry. Nothing was added.`
    case 'not_found':
      return 'We do not sell that any more, so nothing was added. The rest of your cart is as it was.'
    case 'cart_empty':
      return 'Your cart is empty by now, so nothing was changed. Please add the items again.'
    case 'cart_full':
      return 'Your cart is full: it holds 100 different items. Nothing was added. Please take something out first.'
    case 'invalid_input':
      return 'That quantity does not work, so your cart is as it was. Please give a whole number from 1 to 99.'
    case 'unavailable':
    case 'unexpected':
      return 'That did not work, and it is us, not you. Your cart is as it was. Please try again.'
    default:
      return undefined
  }
}
