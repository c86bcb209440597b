import { SPEC_DOT } from '@/components/catalog/product-card'
import { ButtonLink } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { arrowRightIcon } from '@/components/ui/icons'
import { Link } from '@/components/ui/navigation/link'
import { Picture, Thumb } from '@/components/ui/picture'
import { Price, percentOff, Was } from '@/components/ui/price'
import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import { numberText } from '@/lib/domain/locale'
import { formatMoney } from '@/lib/domain/pricing/money'

/** The products with the biggest discounts: the first one with a picture, the others as a ranked list. */
export function Drops({ cards, total }: { cards: ProductCard[]; total: number }) {
  const [top, ...rest] = cards
  if (!top) return null
  return (
    <section className="wrap pt-14 md:pt-20" id="deals" aria-labelledby="drops">
      <div className="deals">
        <div className="grid content-start gap-4">
          <h2 id="drops" className="text-d2">
            Biggest drops
          </h2>
          <p className="text-lg max-w-[36ch]">
            Measured against the lowest price of the last 30 days, not against a number we made up.
          </p>
          <p>
            <ButtonLink href="/deals">
              All {numberText(total)} deals <Icon d={arrowRightIcon} />
            </ButtonLink>
          </p>
          <TopDrop card={top} />
        </div>
        <ol className="drops" start={2}>
          {rest.map((card, index) => (
            <Drop key={card.id} card={card} rank={index + 2} />
          ))}
        </ol>
      </div>
    </section>
  )
}

function TopDrop({ card: { name, href, image, percent, price, was, specLine } }: { card: ProductCard }) {
  return (
    <article className="top-drop mt-2">
      {image && <Picture src={image.src} alt={image.alt} />}
      <span className="cut">{percentOff(percent)}</span>
      <div className="cap">
        <div>
          <h3 className="card-name">
            <Link href={href}>{name}</Link>
          </h3>
          <p className="card-spec">
            {specLine.slice(0, 2).join(SPEC_DOT)} {was !== null && <Was amount={was} />}
          </p>
        </div>
        <Price amount={price} size="2rem" />
      </div>
    </article>
  )
}

function Drop({
  card: { name, href, image, percent, price, was, specLine },
  rank,
}: {
  card: ProductCard
  rank: number
}) {
  return (
    <li className="drop">
      <span className="rank" aria-hidden="true">
        {rank}
      </span>
      {image ? <Thumb src={image.src} size={76} /> : <span className="thumb" />}
      <div className="min-w-0">
        <h3 className="card-name">
          <Link href={href}>{name}</Link>
        </h3>
        <p className="text-sm">
          <b>{formatMoney(price)}</b> {was !== null && <Was amount={was} />}
        </p>
        <p className="card-spec">{specLine.slice(0, 3).join(SPEC_DOT)}</p>
      </div>
      <span className="cut">{percentOff(percent)}</span>
    </li>
  )
}
