import type { CheckoutField } from '@/lib/contracts/checkout/fields'

/** The question at a street that has no number. */
export const NO_NUMBER = 'No house number?'

/** Names of the fields in the error summary. */
export const FIELD_NAMES: Record<CheckoutField, string> = {
  email: 'e-mail',
  firstName: 'first name',
  lastName: 'last name',
  street: 'street and number',
  extra: 'second line',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
  deliveryMethod: 'delivery',
  paymentMethod: 'payment',
}
