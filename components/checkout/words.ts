import type { CheckoutField } from '@/lib/contracts/checkout-fields'
import type { Country } from '@/lib/contracts/settings'

export const COUNTRY_NAMES: Record<Country, string> = { DE: 'Germany', AT: 'Austria', NL: 'Netherlands' }

export const isCountry = (text: string | undefined): text is Country =>
  text !== undefined && Object.hasOwn(COUNTRY_NAMES, text)

/** What the summary of errors calls a field. */
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
