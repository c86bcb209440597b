import { ProductGrid } from '@/components/catalog/product-card'
import { ReviewsSection } from '@/components/reviews/reviews-section'
import { reviewsText } from '@/components/reviews/words'
import { Icon } from '@/components/ui/icon'
import { backIcon, packageCheckIcon, truckIcon } from '@/components/ui/icons'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { Link } from '@/components/ui/navigation/link'
import { Poster } from '@/components/ui/poster'
import { Stars } from '@/components/ui/stars'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'
import type { ReviewPage } from '@/lib/contracts/reviews'
import { EXCLUSION_WORDS } from '@/lib/domain/orders/withdrawal-exclusion'
import { shortMoney } from '@/lib/domain/pricing/money'
import type { RatingSummary } from '@/lib/domain/reviews/review-summary'
import { deliveryFor } from '@/lib/domain/shipping/delivery'
import { canBeCut } from '@/lib/look/fit'
import type { Terms } from '@/lib/queries/listing/terms'
import { BuyBar, BuyForm, Later, Options, PriceLine } from './buy-box-client'
import { ChoiceProvider } from './choice-client'
import { ArrivalDay, StockLine, WhileInStock } from './delivery-promise-client'
import { Gallery } from './gallery-client'
import { RecentlyViewed } from './recently-viewed-client'
import { Safety } from './safety'
import { SpecTable } from './spec-table'

/**
 * A product page. The ids of its elements contain the slug, because the router keeps the previous page in the document.
 */
export function ProductPage({
  product,
  reviews,
  terms,
}: {
  product: ProductDetail
  reviews: ReviewPage
  terms: Terms
}) {
  const { id, slug, name, images, optionGroups, variants, sku, trail, category, related, together } = product
  const leaf = trail.at(-1)
  return (
    <ChoiceProvider product={{ id, slug, name, images, optionGroups, variants, sku }}>
      <div className="wrap pt-5" data-product-id={id}>
        <Breadcrumb trail={[...trail, { name, href: `/p/${slug}` }]} />
        <div className="pdp">
          <Gallery />
          <section className="buy" aria-labelledby={`name-${slug}`}>
            <Heading product={product} rating={reviews.summary} />
            <PriceLine>
              <p className="muted">{taxText(product, terms)}</p>
            </PriceLine>
            <Options />
            <BuyForm />
            <Later />
            <Promises product={product} terms={terms} />
          </section>
        </div>
        <Description slug={slug} text={product.description} />
        <SpecTable slug={slug} groups={product.specGroups} category={category} />
        <Safety product={product} />
        <ReviewsSection product={product} reviews={reviews} />
        {together.length > 0 && (
          <section className="pt-14 md:pt-20" aria-labelledby={`together-${slug}`}>
            <div className="sec-head">
              <h2 id={`together-${slug}`} className="text-d2">
                Bought together
              </h2>
            </div>
            <ProductGrid cards={together} level={3} />
          </section>
        )}
        {related.length > 0 && (
          <section className="pt-14 md:pt-20" aria-labelledby={`related-${slug}`}>
            <div className="sec-head">
              <h2 id={`related-${slug}`} className="text-d2">
                On the same shelf
              </h2>
              {leaf && (
                <Link className="more" href={`/c/${category}`}>
                  All {leaf.name.toLowerCase()}
                </Link>
              )}
            </div>
            <ProductGrid cards={related} level={3} />
          </section>
        )}
      </div>
      <RecentlyViewed productId={id} />
      <BuyBar />
    </ChoiceProvider>
  )
}

function Heading({
  product: { slug, name, tagline, brand },
  rating,
}: {
  product: ProductDetail
  /** Computed from the reviews themselves, because the rating in the product's document is updated a moment later. */
  rating: RatingSummary
}) {
  return (
    <div className="grid gap-2">
      <p className="font-semibold">
        <Link href={brand.href} className="more">
          {brand.name}
        </Link>
      </p>
      {canBeCut(name) ? (
        <Poster id={`name-${slug}`} lines={[{ text: name, size: 15, leading: 0.95, maxSize: 26 }]} />
      ) : (
        <h1 id={`name-${slug}`} className="text-d2 font-black">
          {name}
        </h1>
      )}
      <p className="text-lg">{tagline}</p>
      {rating.count > 0 && (
        <a className="flex items-center gap-2 font-semibold w-max" href={`#reviews-${slug}`}>
          <Stars average={rating.average} /> {rating.average.toFixed(1)}
          <span className="count">{reviewsText(rating.count)}</span>
        </a>
      )}
    </div>
  )
}

function taxText({ taxClass, variants }: ProductDetail, { vat, delivery }: Terms): string {
  const rate = vat[taxClass] / 100
  const cheapest = Math.min(...variants.map(({ price }) => price))
  const { price } = deliveryFor(delivery, { method: 'STANDARD', subtotal: cheapest })
  return `Includes ${rate} % VAT, ${price === 0 ? 'delivery free' : 'plus delivery'}`
}

function Promises({ product, terms: { delivery } }: { product: ProductDetail; terms: Terms }) {
  const { price, freeFrom, days } = delivery.standard
  const cheapest = Math.min(...product.variants.map((variant) => variant.price))
  const cost = cheapest >= freeFrom ? 'Delivery is free.' : `${shortMoney(price)}, free from ${shortMoney(freeFrom)}.`
  return (
    <ul className="border-3 border-line bg-surface">
      <WhileInStock>
        <li className="flex gap-3 p-3 border-b-2 border-line">
          <Icon d={truckIcon} />
          <div className="text-sm leading-5">
            <p className="font-bold">
              <ArrivalDay days={days} />
            </p>
            <p className="muted">Order by 16:00 on a working day and it leaves the same day. {cost}</p>
          </div>
        </li>
      </WhileInStock>
      <li className="flex gap-3 p-3">
        <Icon d={packageCheckIcon} />
        <div className="text-sm leading-5">
          <p className="font-bold">
            <StockLine />
          </p>
          <p className="muted">Counted on every sale.</p>
        </div>
      </li>
      <li className="flex gap-3 p-3 border-t-2 border-line">
        <Icon d={backIcon} />
        <div className="text-sm leading-5">
          {product.returnExcluded ? (
            <p className="font-bold">{EXCLUSION_WORDS[product.returnExcluded].sentence}</p>
          ) : (
            <p className="font-bold">30 days to change your mind</p>
          )}
          <p className="muted">
            {product.returnExcluded ? 'Something wrong with it? Write to us. ' : 'Free label in the box. '}
            <Link className="underline" href="/help/returns">
              How returns work
            </Link>
          </p>
        </div>
      </li>
    </ul>
  )
}

function Description({ slug, text }: { slug: string; text: string }) {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  if (paragraphs.length === 0) return null
  return (
    <section className="pt-14 md:pt-20" aria-labelledby={`about-${slug}`}>
      <h2 id={`about-${slug}`} className="text-d2 pb-5">
        What it is
      </h2>
      <div className="grid gap-3 text-lg max-w-[60ch]">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  )
}
