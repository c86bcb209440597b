import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import type { CartView } from '@/lib/contracts/cart'
import type { CheckoutProblems } from '@/lib/contracts/checkout/checkout'
import { ALL_LINES } from '@/lib/contracts/checkout/fields'
import { formatMoney } from '@/lib/domain/pricing/money'
import { issueText } from '../cart/words'

type Problem = CheckoutProblems['lines'][number]

/** Returns the issues of all lines in the cart. */
export const problemsOf = (cart: CartView): Problem[] =>
  cart.lines.flatMap(({ sku, name, issues }) => issues.map((issue) => ({ sku, name, issue })))

export const hasChangedPrices = (cart: CartView) => problemsOf(cart).some(({ issue }) => issue.type === 'price_changed')

/**
 * The issues that prevent the order, each with a button that solves it. The buttons submit the checkout form and name
 * the line to correct, so that nothing typed is lost.
 */
export function Problems({ lines, total }: CheckoutProblems) {
  return (
    <ul className="grid gap-2 pt-2">
      {lines.map(({ sku, name, issue }) => (
        <li key={`${sku} ${issue.type}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>
            <b>{name}:</b> {sentence(issue)}
          </span>
          {issue.type !== 'price_changed' && (
            <Button type="submit" size="sm" name="fix" value={sku} formNoValidate>
              {issue.type === 'short' ? `Take ${issue.left === 1 ? 'it' : `the ${issue.left}`}` : 'Take it out'}
              <span className="vh"> ({name})</span>
            </Button>
          )}
        </li>
      ))}
      {lines.filter(({ issue }) => issue.type !== 'price_changed').length > 1 && (
        <li>
          <Button type="submit" size="sm" name="fix" value={ALL_LINES} formNoValidate>
            Go on with what can be had
          </Button>
        </li>
      )}
      {total && (
        <li>
          <b>The total</b> is now {formatMoney(total.to)} instead of {formatMoney(total.from)}. Order again if that is
          fine.
        </li>
      )}
    </ul>
  )
}

function sentence(issue: Problem['issue']): string {
  const what = issueText(issue).replace(/^[A-Z]/, (letter) => letter.toLowerCase())
  return issue.type === 'price_changed' ? `${what}. The total includes it.` : `${what}.`
}

/** The issues that the cart had when the page was rendered. */
export function CartProblems({ cart }: { cart: CartView }) {
  const lines = problemsOf(cart)
  if (lines.length === 0) return null
  return (
    <Notice tone="warn" className="mb-5">
      <p>
        <b>Before you order:</b> something has changed since you added it to your cart.
      </p>
      <Problems lines={lines} />
    </Notice>
  )
}
