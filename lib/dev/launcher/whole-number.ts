import { z } from 'zod'

const schema = z.coerce.number().int().min(1)

/**
 * Returns a positive integer from the environment, or the default if it is not set. Any other value throws an error
 * that names the variable.
 */
export function wholeNumber(name: string, byDefault: number): number {
  const text = process.env[name]
  if (!text) return byDefault
  const { success, data } = schema.safeParse(text)
  if (!success) throw new Error(`${name} must be a whole number from 1 on, not "${text}".`)
  return data
}
