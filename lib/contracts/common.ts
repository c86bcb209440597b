import { z } from 'zod'
import { typedQuantity } from '@/lib/domain/cart'
import { normalEmail } from '@/lib/domain/customers/email'
import { CURRENCY } from '@/lib/domain/locale'
import { tidyLine, tidyLines } from '@/lib/domain/typed-text'

interface TextRule {
  /** Maximum length in characters after cleaning. */
  max: number
  /** Error message if the text has no visible characters. If there is no message, the text may be empty. */
  missing?: string
  long?: string
  /** Pattern of refused input and its error message; checked before the text is cleaned. */
  refused?: { pattern: RegExp; message: string }
}

/** Returns the schema for typed text on one line. Removes invisible characters, which do not count as content. */
export const lineSchema = (rule: TextRule) => typedSchema(tidyLine, rule)

/** Returns the schema for typed text on several lines. Removes invisible characters, which do not count as content. */
export const textSchema = (rule: TextRule) => typedSchema(tidyLines, rule)

/** Validates in a single transform, so that zod still runs the checks of the whole form if this field is invalid. */
function typedSchema(tidy: (text: string) => string, { max, missing, long, refused }: TextRule) {
  return z.string(missing).transform((typed, context) => {
    const text = tidy(typed)
    const fault = (message: string) => context.addIssue({ code: 'custom', message, continue: true })
    if (missing && !text) fault(missing)
    if (text.length > max) fault(long ?? `This is too long: at most ${max} characters.`)
    if (refused?.pattern.test(typed.trim())) fault(refused.message)
    return text
  })
}

const EMAIL_MISSING = 'Please fill in your e-mail address.'
const EMAIL_HINT = 'That does not look like an e-mail address. Is it name@example.com?'

/** A typed e-mail address, possibly internationalised, which is converted to the normal form of `normalEmail`. */
export const emailSchema = z.string(EMAIL_MISSING).transform((typed, context) => {
  const email = normalEmail(typed)
  if (email) return email
  context.addIssue({ code: 'custom', message: tidyLine(typed) ? EMAIL_HINT : EMAIL_MISSING })
  return z.NEVER
})

/** Lower-case words joined by hyphens, for use in addresses. */
export const slugSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')

/** Path of a category: slugs joined by slashes, as in `electronics/laptops`. */
export const categoryPathSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/, 'must be slugs joined by slashes')

export const skuSchema = z
  .string()
  .max(40)
  .regex(/^[A-Z0-9][A-Z0-9-]*$/, 'must be capital letters, digits and hyphens')

/** A product's id in both databases: 24 hexadecimal digits. */
export const productIdSchema = z.string().regex(/^[0-9a-f]{24}$/, 'must be 24 hexadecimal digits')

/** Key of a spec or option. The pattern excludes MongoDB operators and paths. */
export const specKeySchema = z
  .string()
  .max(40)
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'must be a word in camel case')

/** An amount of money in minor units (cents). */
export const amountSchema = z.int().min(0).max(100_000_000)

/** An amount of money (minor units) from a hidden form field. */
export const amountFieldSchema = z
  .string()
  .regex(/^\d{1,9}$/, 'must be minor units')
  .transform(Number)
  .pipe(amountSchema)

/** The shop's currency. */
export const currencySchema = z.literal(CURRENCY)

/** A typed whole number of units, without any other text. The cart reduces it to what can be had. */
export const quantityFieldSchema = z
  .string()
  .transform(typedQuantity)
  .pipe(z.int('must be a whole number').min(1, 'must be at least 1'))
