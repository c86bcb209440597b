import type { z } from 'zod'

/**
 * Reads a JSON answer of the shop's own routes and parses it. The schema and zod load in parallel with the answer, so
 * that a page's initial JavaScript contains neither. Rejects if there is no answer, or if it does not match the schema.
 */
export async function readJson<Schema extends z.ZodType>(
  answer: Promise<Response>,
  contract: Promise<Schema>,
): Promise<z.output<Schema>> {
  const [response, schema] = await Promise.all([answer, contract])
  return schema.parse(await response.json())
}
