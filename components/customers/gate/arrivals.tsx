import { Notice } from '@/components/ui/feedback/notice'
import { checkIcon } from '@/components/ui/icons'
import type { Joined } from '@/lib/contracts/customers'
import { Stamp } from './gate'

const count = (number: number, one: string, many: string) => (number === 1 ? `1 ${one}` : `${number} ${many}`)

/** Greets somebody whose account has just been made. */
export function Welcome({ name, joined, next }: { name: string; joined: Joined; next: string }) {
  return (
    <>
      <Stamp d={checkIcon} tone="mint" />
      <h1 className="text-d3">You are in, {name.split(' ')[0]}</h1>
      <EarlierOrders count={joined.orders} />
      {joined.carts && <JoinedLines carts={joined.carts} />}
      <p className="hint">
        Ordered with another address too?{' '}
        <a className="more" href="/account/orders/claim">
          Fetch that order
        </a>
      </p>
      <a className="btn btn-accent" href={next === '/account' ? '/' : next}>
        {next === '/account' ? 'Keep looking' : 'Go on'}
      </a>
      <a className="btn" href="/account">
        See my account
      </a>
    </>
  )
}

/** Says what joined the account of somebody who has just signed in. */
export function CartsJoined({ joined, next }: { joined: Joined; next: string }) {
  const { carts, orders } = joined
  return (
    <>
      <Stamp d={checkIcon} tone="mint" />
      <h1 className="text-d3">{carts ? 'Your carts are one now' : 'You are signed in'}</h1>
      <EarlierOrders count={orders} />
      {carts && <JoinedLines carts={carts} />}
      <a className="btn btn-accent" href={next}>
        Go on
      </a>
      {carts && (
        <a className="btn" href="/cart">
          See the cart
        </a>
      )}
    </>
  )
}

function EarlierOrders({ count: orders }: { count: number }) {
  if (orders === 0) return null
  return (
    <Notice tone="good">
      <p>
        <b>{count(orders, 'earlier order', 'earlier orders')} joined your account.</b>{' '}
        {orders === 1 ? 'It was' : 'They were'} placed with this e-mail.{' '}
        <a className="more" href="/account/orders">
          See {orders === 1 ? 'it' : 'them'}
        </a>
      </p>
    </Notice>
  )
}

function JoinedLines({ carts }: { carts: NonNullable<Joined['carts']> }) {
  const { joined, clipped, leftOut, saved } = carts
  return (
    <>
      <p>{count(joined, 'thing', 'things')} came along from this device.</p>
      {clipped.length > 0 && (
        <ul className="rows is-two">
          {clipped.map(({ name, wanted, quantity }) => (
            <li key={name}>
              <p>
                <b>{name}</b>
                <br />
                <span className="hint">You wanted {wanted}. More are not to be had.</span>
              </p>
              <b className="num">{quantity}</b>
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <Notice tone="warn">
          <p>
            <b>Your cart is full.</b> It had no room for {leftOut.join(', ')}.
          </p>
        </Notice>
      )}
      {saved > 0 && (
        <Notice tone="info">
          <p>
            <b>{count(saved, 'thing', 'things')} from your other devices</b> {saved === 1 ? 'is' : 'are'} kept for
            later, so that you buy what you see. They are in your account’s cart page.
          </p>
        </Notice>
      )}
    </>
  )
}

/** Says that nobody is signed in any more, and that nothing personal is left on the device. */
export function SignedOut() {
  return (
    <>
      <h1 className="text-d3">You are signed out</h1>
      <p>Your cart and lists wait in your account. On this device nothing of yours is left.</p>
      <a className="btn btn-accent" href="/">
        Keep looking
      </a>
      <a className="btn" href="/sign-in">
        Sign in again
      </a>
    </>
  )
}
