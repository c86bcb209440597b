import { z } from 'zod'

const schema = z.coerce.number().int().min(1)

/** A whole number from 1 on that the environment may set for a test or a benchmark. Throws, by its name, for anything else. */
export function wholeNumber(name: string, byDefault: number): number {
  const text = process.env[name]
  if (!text) return byDefault
  const { success, data } = schema.safeParse(text)
  if (!success) throw new Error(`${name} must be a whole number from 1 on, not "${text}".`)
  return data
}
