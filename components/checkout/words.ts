import type { CheckoutField } from '@/lib/contracts/checkout/fields'

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
