import { redirect } from 'next/navigation'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DomainError } from '@/lib/errors'
import { defineAction } from './define-action'
import { anyone } from './policies'

const schema = z.object({
  sku: z.string().max(3),
  address: z.object({ city: z.string().min(1, 'Please fill in the city.') }),
})
const input = { sku: 'A', address: { city: 'Hamburg' } }
const acting = (call: () => Promise<object>) => defineAction({ policy: anyone, schema, call })(input)

describe('an action', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  afterEach(() => log.mockClear())

  it('answers with what its call returns', async () => {
    expect(await acting(async () => ({ count: 3 }))).toEqual({ ok: true, count: 3 })
  })

  it('names the first fault of every field and does not call', async () => {
    const call = vi.fn(async () => ({}))
    const action = defineAction({ policy: anyone, schema, call })
    expect(await action({ sku: 'ABCD', address: { city: '' } })).toMatchObject({
      ok: false,
      code: 'invalid_input',
      fieldErrors: { sku: expect.any(String), 'address.city': 'Please fill in the city.' },
    })
    expect(call).not.toHaveBeenCalled()
  })

  it.each([null, undefined, 'text', 7, [], { sku: ['A'] }, { sku: { $gt: '' } }])('survives %j', async (nonsense) => {
    const action = defineAction({ policy: anyone, schema, call: async () => ({}) })
    expect(await action(nonsense)).toMatchObject({ ok: false, code: 'invalid_input' })
  })

  it('asks the policy before it looks at the input', async () => {
    const policy = async () => {
      throw new DomainError('not_found', 'There is no such thing.')
    }
    const action = defineAction({ policy, schema, call: async () => ({}) })
    expect(await action({})).toMatchObject({ code: 'not_found' })
  })

  it('hands what the policy found to the call', async () => {
    const action = defineAction({ policy: async () => 'ines', schema, call: async (_, who) => ({ who }) })
    expect(await action(input)).toEqual({ ok: true, who: 'ines' })
  })

  it('translates an expected failure with its facts and does not log it', async () => {
    const failure = await acting(async () => {
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

  it('logs any other error and keeps its message to itself', async () => {
    const failure = await acting(async () => {
      throw new Error('password of the database is hunter2')
    })
    expect(failure).toMatchObject({ ok: false, code: 'unexpected' })
    expect(JSON.stringify(failure)).not.toContain('hunter2')
    expect(log).toHaveBeenCalledOnce()
  })

  it('says to try again when a database cannot be reached', async () => {
    const failure = await acting(async () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    })
    expect(failure).toMatchObject({ ok: false, code: 'unavailable', message: expect.stringContaining('try again') })
  })

  it('lets a redirect through', async () => {
    await expect(acting(async () => redirect('/orders/1'))).rejects.toThrow('NEXT_REDIRECT')
  })
})
