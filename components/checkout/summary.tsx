import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Thumb } from '@/components/ui/picture'
import { Price } from '@/components/ui/price'
import type { CartLine } from '@/lib/contracts/cart'
import type { Quote } from '@/lib/contracts/checkout/checkout'
import { EXCLUSION_WORDS, type Exclusions, type ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import { formatMoney } from '@/lib/domain/pricing/money'
import { items, priceOrFree } from '../cart/words'

/** The order as a receipt. `children` are the order button and the text below it. */
export function Summary({
  lines,
  isChanged,
  quote,
  vatOf,
  exclusions,
  children,
}: {
  lines: CartLine[]
  /** Whether the lines were changed elsewhere while the page was open. */
  isChanged: boolean
  /** The reasons why SKUs are excluded from the right of withdrawal, which shoppers must know before they order. */
  exclusions: Exclusions
  quote: Quote
  /** The country whose VAT the prices include. */
  vatOf: string
  children: ReactNode
}) {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <aside className="till-side" aria-labelledby="summary">
      <div className="receipt">
        <div className="p-4 md:p-5 grid gap-3">
          <div className="flex justify-between items-baseline">
            <h2 id="summary" className="text-d4">
              Your order
            </h2>
            <span className="muted text-sm">{items(count)}</span>
          </div>
          {isChanged && (
            <Notice tone="info" live>
              <p>
                <b>Your cart was changed</b> in another tab or window. This is what it holds now. Everything you typed
                is kept.
              </p>
            </Notice>
          )}
          <ul>
            {lines.map((line) => (
              <SummaryLine key={line.sku} line={line} exclusion={exclusions[line.sku]} />
            ))}
          </ul>
          <dl className="sums">
            <div>
              <dt>Items</dt>
              <dd>{formatMoney(quote.subtotal)}</dd>
            </div>
            <div>
              <dt>Delivery</dt>
              <dd>{priceOrFree(quote.shipping)}</dd>
            </div>
            <div className="muted text-sm">
              <dt>of which VAT, {vatOf}</dt>
              <dd>{formatMoney(quote.tax)}</dd>
            </div>
          </dl>
          <div className="flex justify-between items-end border-t-3 border-line pt-3" aria-live="polite">
            <span className="font-display text-d4 font-extrabold">Total</span>
            <Price amount={quote.total} size="3rem" />
          </div>
          {children}
        </div>
      </div>
    </aside>
  )
}

function SummaryLine({ line, exclusion }: { line: CartLine; exclusion: ReturnExclusion | undefined }) {
  return (
    <li className="grid grid-cols-[3.5rem_1fr_auto] gap-3 py-2.5 border-b border-hair items-center">
      <span className="relative">
        {line.image ? <Thumb src={line.image} size={56} /> : <span className="thumb bg-sunk" />}
        <span className="bubble">
          {line.quantity}
          <span className="vh"> of</span>
        </span>
      </span>
      <div className="min-w-0">
        <p className="font-bold leading-tight">{line.name}</p>
        <p className="card-spec">{line.optionsText}</p>
        {exclusion && <p className="card-spec">{EXCLUSION_WORDS[exclusion].short}</p>}
      </div>
      <span className="font-semibold num">{formatMoney(line.total)}</span>
    </li>
  )
}
