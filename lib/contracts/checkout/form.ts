import { z } from 'zod'
import { placeOrderSchema } from './checkout'

/** Address fields, which an order stores as one object. */
const ADDRESS = ['firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country'] as const

/**
 * The checkout form as browsers send it: flat text fields. `total-STANDARD` and `total-EXPRESS` (minor units) are the
 * totals that the shopper saw, so that either delivery method can be chosen without scripts.
 */
export const checkoutFormSchema = z
  .record(z.string(), z.string())
  .transform((fields) => ({
    ...fields,
    address: Object.fromEntries(ADDRESS.map((name) => [name, fields[name] ?? ''])),
    email: fields.email ?? '',
    expectedTotal: wholeNumber(fields[`total-${fields.deliveryMethod}`]),
  }))
  .pipe(placeOrderSchema)

const wholeNumber = (text = '') => (/^\d{1,10}$/.test(text) ? Number(text) : undefined)
