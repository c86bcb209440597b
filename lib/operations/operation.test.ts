import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { anyone, cartOwner } from '@/lib/auth/policies'
import { DomainError } from '@/lib/errors'
import { operation } from './operation'

const schema = z.object({
  sku: z.string().max(3),
  address: z.object({ city: z.string().min(1, 'Please fill in the city.') }),
})
const input = { sku: 'A', address: { city: 'Hamburg' } }
const stranger: Actor = {
  cartId: null,
  guestCartId: null,
  visitorId: null,
  address: '203.0.113.7',
  userAgent: '',
  country: null,
  deviceId: null,
  customer: null,
}
const output = z.object({ count: z.int() })
const running = (run: () => Promise<{ count: number }>) =>
  operation({ name: 'test.run', who: [anyone], input: schema, output, run })
const executing = (run: () => Promise<{ count: number }>) => running(run).execute(input, stranger)

describe('an operation', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  afterEach(() => log.mockClear())

  it('answers with its result', async () => {
    expect(await executing(async () => ({ count: 3 }))).toEqual({ ok: true, count: 3 })
  })

  it('answers only with the fields of its output', async () => {
    const row = { count: 3, passwordHash: 'secret' }
    expect(await executing(async () => row)).toEqual({ ok: true, count: 3 })
  })

  it('answers unexpected for an output that breaks its own contract, and logs it', async () => {
    expect(await executing(async () => ({ count: 0.5 }))).toMatchObject({ ok: false, code: 'unexpected' })
    expect(log).toHaveBeenCalledOnce()
  })

  it('names the first error of every field and does not run', async () => {
    const run = vi.fn(async () => ({ count: 0 }))
    expect(await running(run).execute({ sku: 'ABCD', address: { city: '' } }, stranger)).toMatchObject({
      ok: false,
      code: 'invalid_input',
      fieldErrors: { sku: expect.any(String), 'address.city': 'Please fill in the city.' },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it.each([null, undefined, 'text', 7, [], { sku: ['A'] }, { sku: { $gt: '' } }])('handles %j', async (nonsense) => {
    const answer = await running(async () => ({ count: 0 })).execute(nonsense, stranger)
    expect(answer).toMatchObject({ ok: false, code: 'invalid_input' })
  })

  it('checks permission before it parses the input', async () => {
    const run = vi.fn(async () => ({ count: 0 }))
    const ownersOnly = operation({ name: 'test.own', who: [cartOwner], input: schema, output, run })
    expect(await ownersOnly.execute({}, stranger)).toMatchObject({ ok: false, code: 'cart_empty' })
    expect(run).not.toHaveBeenCalled()
  })

  it('admits an actor who satisfies one of its policies, and passes them on', async () => {
    const carts = operation({
      name: 'test.cart',
      who: [cartOwner],
      input: schema,
      output: z.object({ cartId: z.string() }),
      run: async (_, { cartId }) => ({ cartId }),
    })
    expect(await carts.execute(input, { ...stranger, cartId: 'c1' })).toEqual({ ok: true, cartId: 'c1' })
  })

  it('translates an expected failure with its details and does not log it', async () => {
    const failure = await executing(async () => {
      throw new DomainError('out_of_stock', 'Only 2 left.', { lines: [{ sku: 'A', left: 2 }] })
    })
    expect(failure).toEqual({
      ok: false,
      code: 'out_of_stock',
      message: 'Only 2 left.',
      details: { lines: [{ sku: 'A', left: 2 }] },
    })
    expect(log).not.toHaveBeenCalled()
  })

  it('logs any other error and hides its message', async () => {
    const failure = await executing(async () => {
      throw new Error('password of the database is hunter2')
    })
    expect(failure).toMatchObject({ ok: false, code: 'unexpected' })
    expect(JSON.stringify(failure)).not.toContain('hunter2')
    expect(log).toHaveBeenCalledOnce()
  })

  it('asks to try again if a database is unavailable', async () => {
    const failure = await executing(async () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    })
    expect(failure).toMatchObject({ ok: false, code: 'unavailable', message: expect.stringContaining('try again') })
  })
})
