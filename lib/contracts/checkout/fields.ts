// Apart from the contract, so that the browser has the names without the parser.

/** What a person fills in, by the name of its field. */
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

/** The value of `fix` that means every line that cannot be bought as it is. No SKU has small letters. */
export const ALL_LINES = 'all'

export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]
export type CheckoutValues = Partial<Record<CheckoutField, string>>

/** "address.city" → "city": the field that a fault of the parsed order belongs to. */
export function checkoutFieldOf(path: string): CheckoutField | undefined {
  const name = path.split('.').at(-1)
  return CHECKOUT_FIELDS.find((field) => field === name)
}
