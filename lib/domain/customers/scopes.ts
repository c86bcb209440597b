/** What a person's own program may do with one of their tokens, with a description for the page that makes tokens. */
export const CUSTOMER_SCOPES = {
  'orders:read': 'see your orders',
  'orders:write': 'order and cancel',
  'profile:read': 'see your name and e-mail',
  'profile:write': 'change your name and notices',
  'addresses:read': 'see your addresses',
  'addresses:write': 'change your addresses',
  'wishlists:read': 'see your wishlists',
  'wishlists:write': 'change your wishlists',
  'reviews:write': 'review what you bought',
  'cart:write': 'see and change your cart',
} as const

export type CustomerScope = keyof typeof CUSTOMER_SCOPES

/** What a token may be allowed to do. */
export type Scope = CustomerScope

/** All scopes that a customer can give to a token. */
export const ALL_CUSTOMER_SCOPES = Object.keys(CUSTOMER_SCOPES).filter(isCustomerScope)

export function isCustomerScope(text: string): text is CustomerScope {
  return Object.hasOwn(CUSTOMER_SCOPES, text)
}

/** Returns the scopes of `asked` that are not among those of `held`. */
export const scopesBeyond = (asked: readonly string[], held: readonly string[]): string[] =>
  asked.filter((scope) => !held.includes(scope))

/** Returns the name of a scope's field in a form: `scope-orders-read`. */
export const scopeField = (scope: Scope): string => `scope-${scope.replace(':', '-')}`
