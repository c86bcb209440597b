import { Icon } from '@/components/ui/icon'
import {
  backIcon,
  boxIcon,
  closeIcon,
  heartIcon,
  personIcon,
  shieldIcon,
  signOutIcon,
  truckIcon,
} from '@/components/ui/icons'
import type { AccountNews } from '@/lib/contracts/customers/me'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'
import { weekdayText } from '@/lib/domain/shipping/day'
import { initialsOf } from './initials'

const CLOSE = (
  <button
    className="btn btn-icon btn-sm ml-auto md:hidden"
    type="button"
    popoverTarget="who-menu"
    popoverTargetAction="hide"
    aria-label="Close"
  >
    <Icon d={closeIcon} />
  </button>
)

/** The menu of somebody who is not signed in. */
export function MenuOut({ hearts }: { hearts: number }) {
  return (
    <>
      <div className="who-head is-plain">
        <div className="flex gap-3 items-center">
          <a className="btn btn-accent flex-1" href="/sign-in" rel="nofollow">
            Sign in
          </a>
          {CLOSE}
        </div>
        <p>
          New here?{' '}
          <a className="more" href="/register" rel="nofollow">
            Make an account
          </a>
        </p>
      </div>
      <ul className="menu-list">
        <Item href="/track" icon={truckIcon} name="Where is my order?" />
        <Item href="/wishlist" icon={heartIcon} name="Wishlist" note={`${hearts} on this device`} />
        <Item href="/withdraw" icon={backIcon} name={WITHDRAWAL_WORDS.en.link} />
      </ul>
    </>
  )
}

/** The menu of a person who is signed in. */
export function MenuIn({ customer, news }: { customer: { name: string; email: string }; news: AccountNews | null }) {
  const { name, email } = customer
  return (
    <>
      <div className="who-head">
        <span className="avatar is-lg" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <div className="min-w-0">
          <p className="font-display font-extrabold text-d5 who-name">{name}</p>
          <p className="hint who-name">{email}</p>
        </div>
        {CLOSE}
      </div>
      {news?.next && (
        <a className="who-next" href={`/orders/${news.next.orderId}`}>
          <Icon d={truckIcon} />
          <span>
            <b>With you {weekdayText(news.next.expectedOn)}</b>
            <span className="hint">{news.next.number}</span>
          </span>
        </a>
      )}
      <ul className="menu-list">
        <Item href="/account" icon={personIcon} name="Your account" />
        <Item href="/account/orders" icon={boxIcon} name="Orders" note={news ? String(news.orders) : undefined} />
        <Item
          href="/account/wishlists"
          icon={heartIcon}
          name="Wishlists"
          note={news?.saved ? savedText(news.saved) : undefined}
        />
        <Item href="/account/security" icon={shieldIcon} name="Security" />
      </ul>
      <form className="who-foot" action="/sign-in/do/sign-out" method="post">
        <button className="btn btn-sm" type="submit">
          <Icon d={signOutIcon} /> Sign out
        </button>
        <span className="hint">Your cart stays in the account.</span>
      </form>
    </>
  )
}

const savedText = ({ count, cheaper }: NonNullable<AccountNews['saved']>) =>
  cheaper > 0 ? `${cheaper} cheaper` : String(count)

function Item({ href, icon, name, note }: { href: string; icon: string; name: string; note?: string }) {
  return (
    <li>
      <a href={href} rel="nofollow">
        <Icon d={icon} /> <span>{name}</span>
        {note && <span className="count">{note}</span>}
      </a>
    </li>
  )
}
