import { DomainError } from '@/lib/errors'
import type { Actor } from './actor'

/** A rule of who may use an operation. It narrows the actor, so that `run` gets what the rule has proven. */
export interface Policy<Admitted extends Actor = Actor> {
  /** Names the rule in tests and documents: `owner of cart`. */
  name: string
  admits: (actor: Actor) => actor is Admitted
  /** The error for whoever is not admitted. */
  refusal: () => DomainError
}

export type CartOwner = Actor & { cartId: string }
export type Visitor = Actor & { visitorId: string }

/** Admits everybody: the operation finds its subject by something that only its owner knows, such as an order's id. */
export const anyone: Policy = {
  name: 'anyone',
  admits: (actor): actor is Actor => true,
  refusal: () => new DomainError('not_found', 'There is nothing here.'),
}

/** Admits the holder of a signed cart cookie. Whether the cart still exists is the service's to say. */
export const cartOwner: Policy<CartOwner> = {
  name: 'owner of cart',
  admits: (actor): actor is CartOwner => actor.cartId !== null,
  refusal: () =>
    new DomainError('cart_empty', 'Your cart is empty, and you have not been charged. Please add the items again.'),
}

/** Admits the holder of a signed visitor cookie, who can have one vote and one report for each review. */
export const visitor: Policy<Visitor> = {
  name: 'visitor',
  admits: (actor): actor is Visitor => actor.visitorId !== null,
  refusal: () => new DomainError('invalid_input', 'Please allow cookies for this shop and try again.'),
}
