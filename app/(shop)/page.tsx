import type { Metadata } from 'next'
import { CategoryTiles } from '@/components/catalog/category-tiles'
import { ProductGrid } from '@/components/catalog/product-card'
import { Drops } from '@/components/content/drops'
import { FlashSale } from '@/components/content/flash-sale'
import { Hero } from '@/components/content/hero'
import { ShopPromises } from '@/components/content/shop-promises'
import { JsonLd, shopData } from '@/components/layout/page/json-ld'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Link } from '@/components/ui/navigation/link'
import { getMenu } from '@/lib/queries/catalog/menu'
import { getHome } from '@/lib/queries/content/home'
import { getPublishedSettings } from '@/lib/queries/settings'
import { shopOrigin } from '@/lib/queries/site'

export const ensureStatic = 'navigation'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  const found = await outcomeOf(Promise.all([getHome(), getMenu(), getPublishedSettings()]))
  if (!found.ok) return found.instead
  const [{ highlights, fresh, flash, drops }, menu, settings] = found.value
  return (
    <>
      <JsonLd data={shopData(shopOrigin())} />
      <Hero products={highlights} />
      {menu.total === 0 && (
        <div className="wrap pt-14">
          <EmptyState
            title="The shelves are still empty"
            text="There are no products in the catalogue yet."
            object="box"
          />
        </div>
      )}
      {menu.departments.length > 0 && (
        <section className="wrap pt-14 md:pt-20" aria-labelledby="doors">
          <div className="sec-head">
            <h2 id="doors" className="text-d2">
              Four doors in
            </h2>
            <Link className="more" href="/departments">
              All departments
            </Link>
          </div>
          <CategoryTiles links={menu.departments.slice(0, 4)} />
        </section>
      )}
      {fresh.cards.length > 0 && (
        <section className="wrap pt-14 md:pt-20" aria-labelledby="new">
          <div className="sec-head">
            <h2 id="new" className="text-d2">
              New on the shelf
            </h2>
            <Link className="more" href="/new">
              {fresh.total > 1 ? (
                <>
                  All <Count of={fresh.total} /> new things
                </>
              ) : (
                'All that is new'
              )}
            </Link>
          </div>
          <ProductGrid cards={fresh.cards} level={3} />
        </section>
      )}
      <FlashSale sales={flash} />
      <Drops {...drops} />
      <ShopPromises delivery={settings.delivery} />
    </>
  )
}
