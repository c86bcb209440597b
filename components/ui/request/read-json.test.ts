import { expect, it } from 'vitest'
import { z } from 'zod'
import { cartAnswerSchema } from '@/lib/contracts/cart'
import { checkoutAnswerSchema } from '@/lib/contracts/checkout/checkout'
import { reviewAnswerSchema } from '@/lib/contracts/reviews'
import { readJson } from './read-json'

const contract = Promise.resolve(z.object({ count: z.int() }))

it('an answer that fits its contract is read, without what the contract does not know', async () => {
  expect(await readJson(Promise.resolve(Response.json({ count: 1, more: true })), contract)).toEqual({ count: 1 })
})

it.each<[string, () => Promise<Response>]>([
  ['another answer', async () => Response.json({ count: 'one' })],
  ['a page', async () => new Response('<!doctype html>')],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
])('%s is an error', async (_, ask) => {
  await expect(readJson(ask(), contract)).rejects.toThrow()
})

it('every form of ours can be answered with a failure, its message and facts', () => {
  const failure = { ok: false, code: 'out_of_stock', message: 'Sold out.', details: { lines: [] } }
  for (const schema of [cartAnswerSchema, checkoutAnswerSchema, reviewAnswerSchema])
    expect(schema.parse(failure)).toEqual(failure)
  expect(checkoutAnswerSchema.safeParse({ ok: true }).success).toBe(false)
  expect(reviewAnswerSchema.parse({ ok: true, helpful: 2, isHelpful: true })).toEqual({ ok: true, helpful: 2 })
})
