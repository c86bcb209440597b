import clsx from 'clsx'
import type { ReactNode } from 'react'
import { CompareCheck } from '@/components/catalog/compare/compare-check-client'
import { CardHeart } from '@/components/customers/hearts/heart-client'
import { Badge } from '@/components/ui/badge'
import { Dots } from '@/components/ui/form/choice'
import { Link } from '@/components/ui/navigation/link'
import { Picture } from '@/components/ui/picture'
import { Ticket, Was } from '@/components/ui/price'
import { Rating } from '@/components/ui/stars'
import type { ProductCard as Card } from '@/lib/contracts/catalog/product-view'
import { FewLeft } from './few-left-client'

/** Separator between specs. A line may break after it, but not before it. */
export const SPEC_DOT = '\u00a0· '

interface CardProps {
  card: Card
  /** Heading level of the product's name. */
  level?: 2 | 3
  /** Whether the card is above the fold, so that its picture loads immediately. */
  eager?: boolean
  /** Whether the card has a checkbox that selects it for comparison. */
  withCompare?: boolean
  /** Content that is shown above the rating. */
  children?: ReactNode
}

/** A product in a grid: its picture, price label, name, specs, rating and colours. */
export function ProductCard({ card, level = 2, eager, withCompare, children }: CardProps) {
  const Heading = `h${level}` as const
  const isOut = card.isVariantOut
  return (
    <article className={clsx('card', isOut && 'is-out')}>
      <div className="card-pic">
        {card.image && <Picture src={card.image.src} alt={card.image.alt} eager={eager} />}
      </div>
      <CardFlags card={card} />
      <Ticket amount={card.price} off={card.percent} />
      <div className="card-body">
        <Heading className="card-name">
          <Link href={card.href}>{card.name}</Link>
        </Heading>
        {card.specLine.length > 0 && <p className="card-spec">{card.specLine.join(SPEC_DOT)}</p>}
        {card.was !== null && (
          <p className="text-xs">
            <Was amount={card.was} /> <span className="muted">30-day low</span>
          </p>
        )}
        {children}
        <div className="card-foot">
          <Rating {...card.rating} />
          {card.colours.length > 0 && <Dots colours={card.colours} />}
        </div>
        {isOut && (
          <p className="text-xs font-bold text-danger">
            {card.stock === 'sold_out' ? 'Sold out' : 'This choice is sold out'}
          </p>
        )}
      </div>
      {withCompare && <CompareCheck slug={card.slug} name={card.name} />}
      <CardHeart productId={card.id} name={card.name} />
    </article>
  )
}

function CardFlags({ card }: { card: Card }) {
  const isFew = card.stock === 'few_left' && !card.isVariantOut
  if (!card.isNew && !isFew) return null
  return (
    <div className="card-flags">
      {card.isNew && <Badge tone="ink">New</Badge>}
      {isFew && (
        <Badge tone="warn">
          <FewLeft productId={card.id} />
        </Badge>
      )}
    </div>
  )
}

/**
 * A grid of product cards: four in a row, or three beside filters. The pictures of the first `eager` cards load
 * immediately.
 */
export function ProductGrid({
  cards,
  beside = false,
  level,
  eager = 0,
}: {
  cards: Card[]
  beside?: boolean
  level?: 2 | 3
  eager?: number
}) {
  return (
    <div className={clsx('shelf', beside ? 'list-shelf' : 'new-shelf')}>
      {cards.map((card, index) => (
        <ProductCard key={card.id} card={card} level={level} eager={index < eager} withCompare={beside} />
      ))}
    </div>
  )
}
