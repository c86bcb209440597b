import { ButtonLink } from '@/components/ui/form/button'
import { Link } from '@/components/ui/navigation/link'
import { Picture } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import { Ticket } from '@/components/ui/price'
import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import { cutoutOf } from '@/lib/domain/media/cutout'

/** The top of the home page: slogan and popular products. */
export function Hero({ products }: { products: ProductCard[] }) {
  return (
    <section className="hero on-accent" aria-labelledby="hero">
      <div className={products.length > 0 ? 'wrap hero-type' : 'wrap hero-type pb-8'}>
        <Poster
          id="hero"
          label="Came for a lamp, left with lemons."
          lines={[
            {
              text: 'Came for a lamp,',
              size: 8.6,
              leading: 0.98,
              split: [
                { text: 'Came for', size: 14.4, leading: 0.95 },
                { text: 'a lamp,', size: 31, leading: 0.92 },
              ],
            },
            {
              text: 'left with lemons.',
              size: 15.5,
              leading: 0.84,
              split: [
                { text: 'left with', size: 14, leading: 1 },
                { text: 'lemons.', size: 31, leading: 0.84 },
              ],
            },
          ]}
        />
        <div className="hero-text">
          <p className="text-lg font-semibold max-w-[46ch]">
            Laptops, shirts, lamps and the good olive oil, at one till. Ordered by 16:00 on a working day, it leaves the
            same day.
          </p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink tone="ink" size="lg" href="/new">
              See what’s new
            </ButtonLink>
            <ButtonLink size="lg" href="/deals">
              Today’s deals
            </ButtonLink>
          </div>
        </div>
      </div>
      {products.length > 0 && (
        <div className="hero-shelf">
          <div className="wrap">
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
            <div className="goods" role="group" aria-label="On the shelf today">
              {products.map((card) => (
                <Good key={card.id} card={card} />
              ))}
            </div>
          </div>
        </div>
      )}
    </section>
  )
}

function Good({ card: { href, name, image, price, percent } }: { card: ProductCard }) {
  return (
    <Link className="good" href={href}>
      <span className="good-stand">
        {image && <Picture src={cutoutOf(image.src) ?? image.src} alt="" size={200} eager />}
      </span>
      <span className="good-edge">
        <Ticket amount={price} off={percent} size="1.625rem" />
        <span className="good-name">{name}</span>
      </span>
    </Link>
  )
}
