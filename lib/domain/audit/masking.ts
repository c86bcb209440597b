/** What stands in the audit log in place of a personal value or a secret. */
export const MASK = '[masked]'

/** Fields with personal values or secrets, in any object that the audit log stores. Case does not matter. */
export const MASKED_FIELDS = [
  ...['name', 'personName', 'firstName', 'lastName', 'fullName', 'author', 'recipient'],
  ...['email', 'emailKey', 'newEmail', 'phone', 'birthday'],
  ...['address', 'shippingAddress', 'billingAddress', 'street', 'extra', 'postcode', 'city', 'network', 'ip'],
  ...['password', 'current', 'next', 'hash', 'token', 'tokenHash', 'secret', 'code', 'recoveryCode', 'key', 'iban'],
] as const

/** Nouns that are no people: what they are called is shown. Everything else that they contain follows the list above. */
export const NAMED_THINGS = [
  'role',
  'product',
  'category',
  'collection',
  'promotion',
  'sale',
  'page',
  'webhook',
] as const

const masked = new Set<string>(MASKED_FIELDS.map((field) => field.toLowerCase()))
const things = new Set<string>(NAMED_THINGS)

// Also masks what was typed into free text.
const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g
const SECRET = /\b(?:nxs_[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*|\$argon2\S+)/g

/** JSON-safe values of something that changed, by field. */
export type Facts = { readonly [field: string]: unknown }

/** Returns a copy without personal values and secrets. `noun` is what the facts are about. Empty values stay. */
export function maskFacts(noun: string, facts: Facts): Facts {
  const isMasked = (field: string) => masked.has(field.toLowerCase()) && !(field === 'name' && things.has(noun))
  const mask = (value: unknown, field: string): unknown => {
    if (value === null || value === undefined || value === '') return value ?? null
    if (isMasked(field)) return MASK
    if (typeof value === 'string') return value.replace(EMAIL, MASK).replace(SECRET, MASK)
    if (typeof value === 'bigint') return String(value)
    if (value instanceof Date) return value.toISOString()
    if (Array.isArray(value)) return value.map((one) => mask(one, field))
    if (typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mask(inner, name)]))
    return value
  }
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, mask(value, field)]))
}

/** Returns only the fields in which `before` and `after` differ. If one of them is null, returns the other whole. */
export function whatChanged(before: Facts | null, after: Facts | null): { before: Facts | null; after: Facts | null } {
  if (!before || !after) return { before, after }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  const pick = (facts: Facts) =>
    Object.fromEntries(changed.filter((field) => field in facts).map((field) => [field, facts[field]]))
  return { before: pick(before), after: pick(after) }
}
