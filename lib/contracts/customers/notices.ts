import { z } from 'zod'
import { answerSchema } from '../answer'
import { skuSchema } from '../common'

/** The form with which somebody asks for one mail when a SKU is in stock again. Guests give their address. */
export const tellMeWhenSchema = z.object({ sku: skuSchema, email: z.string().max(1_000).optional() })

/** What asking did: `isSet` means that the mail will come; otherwise the address has to be confirmed first. */
export const toldSchema = z.object({ isSet: z.boolean() })
export const tellMeWhenAnswerSchema = answerSchema(toldSchema)

/** The form that switches a kind of mail off or on again, with the token of a mail's link. */
export const subscriptionFormSchema = z.object({
  token: z.string().max(300),
  isOn: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
})
