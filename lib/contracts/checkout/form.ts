import { z } from 'zod'
import { placeOrderSchema } from './checkout'

/** Fields of the address, which the order keeps as one object. */
const ADDRESS = ['firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country'] as const

/**
 * The checkout as a plain form sends it, flat and as text. What the shopper saw is `total-STANDARD` and `total-EXPRESS`
 * (minor units), so that the form holds without scripts whichever delivery is chosen.
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
