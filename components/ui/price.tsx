import clsx from 'clsx'
import type { CSSProperties } from 'react'
import { formatMoney, moneyParts } from '@/lib/domain/pricing/money'

interface PriceProps {
  /** Amount in minor units. */
  amount: number
  /** CSS font size, inherited by default. */
  size?: string
}

/** A price with raised cents. Screen readers read it as one amount. */
export function Price({ amount, size }: PriceProps) {
  const { symbol, whole, cents } = moneyParts(amount)
  const style: CSSProperties & { '--ps'?: string } = { '--ps': size }
  return (
    <span className="price" style={size ? style : undefined}>
      <span className="vh">{formatMoney(amount)}</span>
      <span className="sym" aria-hidden="true">
        {symbol}
      </span>
      <span aria-hidden="true">{whole}</span>
      <span className="cents" aria-hidden="true">
        {cents}
      </span>
    </span>
  )
}

/** Returns a discount as text, with a real minus sign: 17 → "−17%". */
export const percentOff = (percent: number) => `−${percent}%`

/**
 * The price label. `off` is the discount on the lowest price of the last 30 days, as a percentage rounded down. The
 * label is green if there is a discount.
 */
export function Ticket({ amount, off = 0, size, offSize }: PriceProps & { off?: number; offSize?: string }) {
  return (
    <span className={clsx('ticket', off > 0 && 'is-saved')}>
      <Price amount={amount} size={size} />
      {off > 0 && (
        <span className="off" style={offSize ? { fontSize: offSize } : undefined}>
          {percentOff(off)}
        </span>
      )}
    </span>
  )
}

/**
 * The price from which a discount is calculated, struck through. It must be the lowest price of the 30 days before the
 * sale.
 */
export function Was({ amount }: { amount: number }) {
  return (
    <s className="was">
      <span className="vh">before </span>
      {formatMoney(amount)}
    </s>
  )
}
