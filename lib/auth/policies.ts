import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import type { Staff } from '@/lib/contracts/staff'
import type { Scope } from '@/lib/domain/customers/scopes'
import type { Permission } from '@/lib/domain/staff/permissions'
import { DomainError } from '@/lib/errors'
import type { Actor, Customer, TokenHolder } from './actor'

/**
 * A rule that decides who may use an operation. It also narrows the type of the actor that the operation's `run` gets.
 */
export interface Policy<Admitted extends Actor = Actor> {
  /** Name used in tests and documentation, such as `owner of cart`. */
  name: string
  admits: (actor: Actor) => actor is Admitted
  /** Returns the error for callers that are not admitted. */
  refusal: (actor: Actor) => DomainError
}

export type SignedInCustomer = Actor & { customer: Customer }
export type CartOwner = Actor & { cartId: string }
export type IdentifiedCaller = Actor & { identity: ProviderIdentity }
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

/** Admits people who are signed in as customers. What they may touch is theirs: services look it up by their id. */
export const customer: Policy<SignedInCustomer> = {
  name: 'customer',
  admits: (actor): actor is SignedInCustomer => actor.customer !== null,
  refusal: () => new DomainError('signed_out', 'You are not signed in any more. Please sign in and do it again.'),
}

const STEP_UP_MS = 10 * 60_000

/** Admits customers who proved who they are within the last ten minutes. For changes to how somebody signs in. */
export const recentCustomer: Policy<SignedInCustomer> = {
  name: 'customer, recently signed in',
  admits: (actor): actor is SignedInCustomer =>
    actor.customer !== null && Date.now() - Number(actor.customer.authAt) < STEP_UP_MS,
  refusal: (actor) =>
    actor.customer === null
      ? customer.refusal(actor)
      : new DomainError('proof_needed', 'Is it you? Please show it once more; you signed in some time ago.'),
}

/** Admits callers whose identity a provider has just confirmed, which only the route that it sends people back to can say. */
export const identified: Policy<IdentifiedCaller> = {
  name: 'identified by a provider',
  admits: (actor): actor is IdentifiedCaller => actor.identity !== undefined,
  refusal: () => new DomainError('not_found', 'There is nothing here.'),
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

export type Program = Actor & { token: TokenHolder }

/** Admits programs with an API token of this scope. What they may touch is its owner's. */
export const token = (scope: Scope): Policy<Program> => ({
  name: `token with ${scope}`,
  admits: (actor): actor is Program => actor.token?.scopes.includes(scope) === true,
  refusal: ({ token }) =>
    token === null
      ? new DomainError('invalid_token', 'This needs an API token. Send one as Authorization: Bearer nxs_…')
      : new DomainError('not_allowed', `This token may not do that: it lacks ${scope}.`, { scope }),
})
export type SignedInStaff = Actor & { staff: Staff }

/** Admits everybody who works here, also before they have a second factor. For setting one up, and for signing out. */
export const staffWithoutFactor: Policy<SignedInStaff> = {
  name: 'staff, also without a second factor',
  admits: (actor): actor is SignedInStaff => actor.staff !== null,
  refusal: () => new DomainError('signed_out', 'You are not signed in any more. Please sign in and do it again.'),
}

/** Admits everybody who works here and has shown two factors. For what concerns only themselves. */
export const staffMember: Policy<SignedInStaff> = {
  name: 'staff',
  admits: (actor): actor is SignedInStaff => actor.staff !== null && actor.staff.aal > 1,
  refusal: (actor) =>
    actor.staff === null
      ? staffWithoutFactor.refusal(actor)
      : new DomainError('factor_needed', 'Please set up a second factor first. Nothing was changed.'),
}

/** Admits members of staff who proved who they are within the last ten minutes. For changes to how they sign in. */
export const recentStaff: Policy<SignedInStaff> = {
  name: 'staff, recently signed in',
  admits: (actor): actor is SignedInStaff => actor.staff !== null && isRecent(actor.staff),
  refusal: (actor) => (actor.staff === null ? staffWithoutFactor.refusal(actor) : proofNeeded()),
}

/** Admits members of staff with two factors who proved who they are within the last ten minutes. */
export const recentStaffMember: Policy<SignedInStaff> = {
  name: 'staff with two factors, recently signed in',
  admits: (actor): actor is SignedInStaff => staffMember.admits(actor) && isRecent(actor.staff),
  refusal: (actor) => (staffMember.admits(actor) ? proofNeeded() : staffMember.refusal(actor)),
}

/** Admits members of staff who hold a permission at the moment of the request. */
export const staff = (permission: Permission): Policy<SignedInStaff> => ({
  name: `staff with ${permission}`,
  admits: (actor): actor is SignedInStaff => staffMember.admits(actor) && actor.staff.permissions.includes(permission),
  refusal: (actor) =>
    staffMember.admits(actor)
      ? new DomainError('not_allowed', 'This is not yours to do. Nothing was changed.', { permission })
      : staffMember.refusal(actor),
})

/** Admits members of staff who hold a permission and proved who they are within the last ten minutes. */
export function staffStepUp(permission: Permission): Policy<SignedInStaff> {
  const holder = staff(permission)
  return {
    name: `staff with ${permission}, recently signed in`,
    admits: (actor): actor is SignedInStaff => holder.admits(actor) && isRecent(actor.staff),
    refusal: (actor) => (holder.admits(actor) ? proofNeeded() : holder.refusal(actor)),
  }
}

const isRecent = ({ authAt }: Pick<Staff, 'authAt'>) => Date.now() - Number(authAt) < STEP_UP_MS
const proofNeeded = () =>
  new DomainError('proof_needed', 'Is it you? Please show it once more; you signed in some time ago.')
