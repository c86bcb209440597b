import clsx from 'clsx'
import type { CSSProperties } from 'react'
import { formatMoney, moneyParts } from '@/lib/domain/pricing/money'

interface PriceProps {
  /** Minor units. */
  amount: number
  /** Font size, inherited by default. */
  size?: string
}

/** An amount with raised cents. Screen readers read it as one number. */
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

/** Returns a percentage off with a real minus sign: 17 → "−17%". */
export const percentOff = (percent: number) => `−${percent}%`

/**
 * The price label. `off` is the percentage below the lowest price of the last 30 days, rounded down; the label is green
 * if it is above zero.
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

/** The reference price, struck through. It is always the lowest price of the last 30 days. */
export function Was({ amount }: { amount: number }) {
  return (
    <s className="was">
      <span className="vh">before </span>
      {formatMoney(amount)}
    </s>
  )
}
