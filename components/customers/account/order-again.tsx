import { Notice } from '@/components/ui/feedback/notice'
import { Thumb } from '@/components/ui/picture'
import type { ReorderView } from '@/lib/contracts/orders'
import { formatMoney } from '@/lib/domain/pricing/money'
import { PostButton } from './parts'

type Line = ReorderView['lines'][number]

/** What of an order can be had again. Every difference is told before the cart is filled. */
export function OrderAgain({ reorder }: { reorder: ReorderView }) {
  const { id, lines } = reorder
  const left = lines.filter(({ quantity }) => quantity > 0)
  const differences = lines.filter((line) => differenceOf(line) !== null).length
  const total = left.reduce((sum, { price, quantity }) => sum + (price ?? 0) * quantity, 0)
  return (
    <div className="grid gap-6 max-w-[44rem]">
      {differences > 0 && left.length > 0 && (
        <Notice tone="warn">
          <p>
            <b>{differences === 1 ? 'One thing is' : `${differences} things are`} not as they were then.</b> It is said
            at the line.
          </p>
        </Notice>
      )}
      {left.length === 0 && (
        <Notice tone="warn">
          <p>
            <b>Nothing of this order can be had at the moment.</b>
          </p>
        </Notice>
      )}
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.sku}>
            <Thumb src={line.image ?? '/look/box.webp'} size={56} />
            <div className="min-w-0">
              <b className="who-name">{line.name}</b>
              {line.optionsText && <p className="hint">{line.optionsText}</p>}
              {differenceOf(line) && <p className="text-sm font-semibold">{differenceOf(line)}</p>}
            </div>
            <p className="num text-right">
              {line.quantity > 0 && line.price !== null ? (
                <>
                  {line.quantity} × {formatMoney(line.price)}
                </>
              ) : (
                '–'
              )}
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {left.length > 0 && (
          <PostButton form="again" fields={{ orderId: id }}>
            <button className="btn btn-accent" type="submit">
              Put it into my cart, {formatMoney(total)}
            </button>
          </PostButton>
        )}
        <a className="btn" href="/account/orders">
          Back to my orders
        </a>
      </div>
    </div>
  )
}

/** Returns how a line differs from then, in words; null if it does not. */
function differenceOf({ wanted, quantity, paid, price }: Line): string | null {
  if (price === null) return 'Not sold any more'
  if (quantity === 0) return 'Sold out'
  const fewer = quantity < wanted ? `Only ${quantity} instead of ${wanted} left. ` : ''
  const other = price !== paid ? `${formatMoney(paid)} then, ${formatMoney(price)} now.` : ''
  return `${fewer}${other}`.trim() || null
}
