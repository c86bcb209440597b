import { DomainError } from '@/lib/errors'
import type { Actor } from './actor'

/** Decides who may use an operation, and narrows the actor to what `run` may rely on. */
export interface Policy<Admitted extends Actor = Actor> {
  /** Shown in tests and documents: `owner of cart`. */
  name: string
  admits: (actor: Actor) => actor is Admitted
  /** The error for callers that are not admitted. */
  refusal: () => DomainError
}

export type CartOwner = Actor & { cartId: string }
export type Visitor = Actor & { visitorId: string }

/** Admits everybody: the input itself is the proof, such as an unguessable order id. */
export const anyone: Policy = {
  name: 'anyone',
  admits: (actor): actor is Actor => true,
  refusal: () => new DomainError('not_found', 'There is nothing here.'),
}

/** Admits callers with a signed cart cookie. Whether the cart still exists is checked by the service. */
export const cartOwner: Policy<CartOwner> = {
  name: 'owner of cart',
  admits: (actor): actor is CartOwner => actor.cartId !== null,
  refusal: () =>
    new DomainError('cart_empty', 'Your cart is empty, and you have not been charged. Please add the items again.'),
}

/** Admits callers with a signed visitor cookie, who have one vote and one report for each review. */
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
