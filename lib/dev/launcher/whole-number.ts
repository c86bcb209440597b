import { z } from 'zod'

const schema = z.coerce.number().int().min(1)

/** Returns a positive whole number from the environment, or the default. Throws, naming the variable, for anything else. */
export function wholeNumber(name: string, byDefault: number): number {
  const text = process.env[name]
  if (!text) return byDefault
  const { success, data } = schema.safeParse(text)
  if (!success) throw new Error(`${name} must be a whole number from 1 on, not "${text}".`)
  return data
}
