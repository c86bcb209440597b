import { ProductCard } from '@/components/catalog/product-card'
import { Countdown } from '@/components/ui/countdown-client'
import type { FlashSaleView } from '@/lib/contracts/catalog/product-view'
import { weekdayMomentText } from '@/lib/domain/shipping/day'
import { UnitsLeft } from './units-left-client'

/** The sales that end soonest, with a countdown to the end of the first one. */
export function FlashSale({ sales }: { sales: FlashSaleView[] }) {
  const [first] = sales
  if (!first) return null
  const count = COUNTS[sales.length] ?? `${sales.length} things`
  return (
    <section className="slab on-block mt-14 md:mt-20" aria-labelledby="flash">
      <div className="wrap flash">
        <div className="flash-head">
          <div className="grid gap-3">
            <h2 id="flash" className="text-d1">
              Flash sale
            </h2>
            <p className="text-lg max-w-[34ch]">
              {count} until they are gone. The first goes back up on {weekdayMomentText(first.endsAt)}.
            </p>
          </div>
          <Countdown until={first.endsAt} />
        </div>
        <div className="shelf">
          {sales.map(({ card, left, of }) => (
            <ProductCard key={card.id} card={card} level={3}>
              <UnitsLeft productId={card.id} sku={card.sku} stock={card.stock} left={left} of={of} />
            </ProductCard>
          ))}
        </div>
      </div>
    </section>
  )
}

const COUNTS = ['', 'One thing,', 'Two things,', 'Three things,', 'Four things,']
