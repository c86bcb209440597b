import type { z } from 'zod'

/**
 * Reads an answer of the shop's own routes, parsed with its contract. The contract and its parser load in parallel with
 * the answer, so that the initial JavaScript of a page contains neither. Rejects if there is no answer, or if it does
 * not match the contract.
 */
export async function readJson<Schema extends z.ZodType>(
  answer: Promise<Response>,
  contract: Promise<Schema>,
): Promise<z.output<Schema>> {
  const [response, schema] = await Promise.all([answer, contract])
  return schema.parse(await response.json())
}
