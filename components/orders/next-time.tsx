import Link from 'next/link'
import { ProductGrid } from '@/components/catalog/product-card'
import { getHome } from '@/lib/queries/content/home'

const ACROSS = 4

/** New products, shown below an order. If they cannot be loaded, this part is left out. */
export async function NextTime() {
  const home = await getHome().catch(() => null)
  if (!home || home.fresh.cards.length < ACROSS) return null
  return (
    <section className="pt-14 md:pt-20" aria-labelledby="next-time">
      <div className="sec-head">
        <h2 id="next-time" className="text-d2">
          For next time
        </h2>
        <Link className="more" href="/new">
          Keep looking
        </Link>
      </div>
      <ProductGrid cards={home.fresh.cards.slice(0, ACROSS)} level={3} />
    </section>
  )
}
