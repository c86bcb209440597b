// Separate from the schemas, so that client-side scripts can import the names without loading zod.

/** Names of the fields that shoppers fill in. */
export const CHECKOUT_FIELDS = [
  'email',
  'firstName',
  'lastName',
  'street',
  'extra',
  'postcode',
  'city',
  'country',
  'deliveryMethod',
  'paymentMethod',
] as const

/**
 * Value of the form field `fix` for all lines that cannot be bought as they are. It cannot be mistaken for a SKU,
 * because SKUs have no lower-case letters.
 */
export const ALL_LINES = 'all'

export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]
export type CheckoutValues = Partial<Record<CheckoutField, string>>

/** Returns the form field for a path in a parsed order: "address.city" → "city". Undefined if there is none. */
export function checkoutFieldOf(path: string): CheckoutField | undefined {
  const name = path.split('.').at(-1)
  return CHECKOUT_FIELDS.find((field) => field === name)
}
