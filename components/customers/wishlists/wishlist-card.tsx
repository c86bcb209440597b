import clsx from 'clsx'
import { SPEC_DOT } from '@/components/catalog/product-card'
import { Badge } from '@/components/ui/badge'
import { Icon } from '@/components/ui/icon'
import { closeIcon, searchIcon } from '@/components/ui/icons'
import { Picture } from '@/components/ui/picture'
import { Ticket, Was } from '@/components/ui/price'
import type { WishlistItemView, WishlistTab } from '@/lib/contracts/customers/wishlists'
import { savedPriceText } from '@/lib/domain/customers/wishlist'
import { formatMoney } from '@/lib/domain/pricing/money'
import { dateText, shopDay } from '@/lib/domain/shipping/day'
import { PostButton } from '../account/parts'
import { AddSaved } from './add-saved-client'

interface CardProps {
  item: WishlistItemView
  list: WishlistTab
  lists: WishlistTab[]
}

const dayOf = (at: string) => dateText(shopDay(new Date(at)))

/** Something on a list: how its price and stock differ from when it was saved, and what can be done with it. */
export function WishlistCard({ item, list, lists }: CardProps) {
  const { id, name, href, image, specLine, optionsText, state, price, was, percent, backSince } = item
  return (
    <article className={clsx('card', state !== 'here' && 'is-out')}>
      <div className="card-pic">{image && <Picture src={image} alt="" />}</div>
      {(state === 'gone' || backSince) && (
        <div className="card-flags">
          {state === 'gone' ? <Badge>No longer sold</Badge> : <Badge tone="good">Back again</Badge>}
        </div>
      )}
      <PostButton form="unsave" fields={{ itemId: id, list: list.id }}>
        <button className="btn btn-icon btn-sm card-save" type="submit" aria-label={`Take ${name} off the list`}>
          <Icon d={closeIcon} />
        </button>
      </PostButton>
      <Ticket amount={price} off={percent} />
      <div className="card-body">
        <h2 className="card-name">{href ? <a href={href}>{name}</a> : name}</h2>
        {optionsText ? (
          <p className="card-spec">{optionsText}</p>
        ) : (
          specLine.length > 0 && <p className="card-spec">{specLine.join(SPEC_DOT)}</p>
        )}
        {was !== null && (
          <p className="text-xs">
            <Was amount={was} /> <span className="muted">30-day low</span>
          </p>
        )}
        <Marks item={item} />
        <div className="card-foot">
          <span className="muted">
            <span className="vh">Saved on </span>
            {dayOf(item.savedAt)}
          </span>
          <Action item={item} list={list} />
        </div>
        {lists.length > 1 && <Move item={item} list={list} lists={lists} />}
      </div>
    </article>
  )
}

function Marks({ item }: { item: WishlistItemView }) {
  const { state, price, savedPrice, left, backSince, isAwaited } = item
  if (state === 'gone') return <p className="text-xs font-bold">It was {formatMoney(savedPrice)} when you saved it</p>
  const difference = savedPriceText({ saved: savedPrice, now: price })
  return (
    <>
      {state === 'out' && (
        <p className="text-xs font-bold text-danger">Sold out.{isAwaited && ' We write to you when it is back.'}</p>
      )}
      {backSince && (
        <p className="text-xs font-bold">
          {left === null ? 'In stock' : `${left} in stock`} since {dayOf(backSince)}
        </p>
      )}
      {!backSince && state === 'here' && left !== null && <p className="text-xs font-bold">Only {left} left</p>}
      {difference && <p className="text-xs font-bold">{difference}</p>}
    </>
  )
}

function Action({ item, list }: { item: WishlistItemView; list: WishlistTab }) {
  const { id, name, href, sku, state, needsChoice, isAwaited } = item
  if (state === 'gone')
    return (
      <a className="btn btn-sm lift" href={`/account/wishlists/similar?item=${id}`} aria-label={`Similar to ${name}`}>
        <Icon d={searchIcon} /> Similar
      </a>
    )
  if (state === 'here' && needsChoice)
    return (
      <a className="btn btn-sm lift" href={href ?? '/'} aria-label={`Choose ${name}`}>
        Choose
      </a>
    )
  if (state === 'here') return <AddSaved item={item} />
  return sku === null ? null : isAwaited ? (
    <PostButton form="never-mind" fields={{ sku, list: list.id }}>
      <button
        className="btn btn-sm btn-quiet lift"
        type="submit"
        aria-label={`Never mind, do not write to me about ${name}`}
      >
        Never mind
      </button>
    </PostButton>
  ) : (
    <PostButton form="tell-me-when" fields={{ sku, list: list.id }}>
      <button className="btn btn-sm lift" type="submit" aria-label={`Tell me when ${name} is back`}>
        Tell me when
      </button>
    </PostButton>
  )
}

function Move({ item, list, lists }: CardProps) {
  return (
    <details className="lift">
      <summary className="text-xs font-semibold underline w-max">
        Move<span className="vh"> {item.name}</span>
      </summary>
      <form className="grid gap-2 pt-2" action="/account/do/move" method="post">
        <input type="hidden" name="itemId" value={item.id} />
        <input type="hidden" name="list" value={list.id} />
        <select className="select min-w-0 w-full" name="to" aria-label={`List for ${item.name}`}>
          {lists
            .filter(({ id }) => id !== list.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
        <button className="btn btn-sm justify-self-start" type="submit">
          Move it
        </button>
      </form>
    </details>
  )
}
