import type { z } from 'zod'

/**
 * Reads an answer of our own by its contract. The contract and its parser load beside the answer, so that the first
 * JavaScript of a page has neither. Rejects if there is no answer, or one that does not fit the contract.
 */
export async function readJson<Schema extends z.ZodType>(
  answer: Promise<Response>,
  contract: Promise<Schema>,
): Promise<z.output<Schema>> {
  const [response, schema] = await Promise.all([answer, contract])
  return schema.parse(await response.json())
}
