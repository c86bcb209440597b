import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Link } from '@/components/ui/navigation/link'
import { Thumb } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import type { SharedWishlistView } from '@/lib/contracts/customers/wishlists'
import { possessive } from '@/lib/domain/customers/wishlist'
import { formatMoney } from '@/lib/domain/pricing/money'
import { canBeCut } from '@/lib/look/fit'

/** A list as everybody sees it who has its link. */
export function SharedList({ list }: { list: SharedWishlistView }) {
  const { name, firstName, items } = list
  return (
    <div className="slip max-w-[36rem]">
      <p className="hint">{firstName ? `A list of ${possessive(firstName)}` : 'A list'}</p>
      {canBeCut(name) ? (
        <Poster lines={[{ text: name, size: 15, leading: 0.95, maxSize: 20 }]} />
      ) : (
        <h1 className="text-d2 font-black wrap-anywhere">{name}</h1>
      )}
      {items.length === 0 && <p>Nothing is on it at the moment.</p>}
      <ul className="mini-list">
        {items.map((item) => (
          <li key={item.id}>
            {item.image ? <Thumb src={item.image} size={44} /> : <span className="thumb" />}
            {item.href ? (
              <Link className="hover:underline" href={item.href}>
                {item.name}
              </Link>
            ) : (
              <span>{item.name}</span>
            )}
            {item.state === 'here' ? (
              <b className="num">{formatMoney(item.price)}</b>
            ) : (
              <Badge>{item.state === 'out' ? 'Sold out' : 'No longer sold'}</Badge>
            )}
          </li>
        ))}
      </ul>
      <ButtonLink href="/new">Look around</ButtonLink>
    </div>
  )
}

/** Stands at the link of a list that is not shared, or not any more. */
export function PrivateList() {
  return (
    <EmptyState
      level={1}
      broken
      object="box"
      title="This list is private now"
      text="The person who sent you the link has switched it off, or part of the link is missing."
    >
      <ButtonLink href="/new">Look around</ButtonLink>
    </EmptyState>
  )
}
