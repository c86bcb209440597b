// Separate from the contract, so that the browser gets the names without the parser.

/** Names of the fields that people fill in. */
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

/** The value of `fix` for all lines that cannot be bought as they are. SKUs have no lower-case letters. */
export const ALL_LINES = 'all'

export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]
export type CheckoutValues = Partial<Record<CheckoutField, string>>

/** Converts a path of a parsed order to its form field: "address.city" → "city". */
export function checkoutFieldOf(path: string): CheckoutField | undefined {
  const name = path.split('.').at(-1)
  return CHECKOUT_FIELDS.find((field) => field === name)
}
