import { z } from 'zod'
import { placeOrderSchema } from './checkout'

/** Form fields that an order stores together as its address. */
const ADDRESS = ['firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country'] as const

/**
 * The checkout form as browsers send it: text fields without nesting. `total-STANDARD` and `total-EXPRESS` (minor
 * units) are the totals shown for each delivery method, so that the method can be changed without client-side scripts.
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
