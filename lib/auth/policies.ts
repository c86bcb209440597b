import { DomainError } from '@/lib/errors'
import type { Actor } from './actor'

/**
 * A rule that decides who may use an operation. It also narrows the type of the actor that the operation's `run` gets.
 */
export interface Policy<Admitted extends Actor = Actor> {
  /** Name used in tests and documentation, such as `owner of cart`. */
  name: string
  admits: (actor: Actor) => actor is Admitted
  /** Returns the error for callers that are not admitted. */
  refusal: () => DomainError
}

export type CartOwner = Actor & { cartId: string }
export type Visitor = Actor & { visitorId: string }

/** Admits everyone. For operations whose input is itself the proof, for example an unguessable order id. */
export const anyone: Policy = {
  name: 'anyone',
  admits: (actor): actor is Actor => true,
  refusal: () => new DomainError('not_found', 'There is nothing here.'),
}

/** Admits callers with a signed cart cookie. The service checks whether the cart still exists. */
export const cartOwner: Policy<CartOwner> = {
  name: 'owner of cart',
  admits: (actor): actor is CartOwner => actor.cartId !== null,
  refusal: () =>
    new DomainError('cart_empty', 'Your cart is empty, and you have not been charged. Please add the items again.'),
}

/** Admits callers with a signed visitor cookie. Each visitor has one vote and one report per review. */
export const visitor: Policy<Visitor> = {
  name: 'visitor',
  admits: (actor): actor is Visitor => actor.visitorId !== null,
  refusal: () =>
    new DomainError(
      'cookies_refused',
      'Your browser refused the cookie that this needs, so nothing was saved. ' +
        'Please allow cookies for this shop in your browser’s settings and try again.',
    ),
}
