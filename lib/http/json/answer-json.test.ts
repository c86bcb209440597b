import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DomainError } from '@/lib/errors'
import { answerJson, parseQuery } from './answer-json'

const schema = z.object({ q: z.string('must be given').max(3, 'is too long') })
const ask = (query: string) => answerJson(async () => parseQuery(new Request(`http://localhost/x?${query}`), schema))

it('answers with the result, which is never cached', async () => {
  const response = await ask('q=abc&q=second')
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await response.json()).toEqual({ q: 'abc' })
})

it.each([
  ['', 'q must be given.'],
  ['q=abcd', 'q is too long.'],
  ['__proto__=x', 'q must be given.'],
])('names what is wrong with %j', async (query, message) => {
  const response = await ask(query)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ ok: false, code: 'invalid_input', message })
})

it('has the status of an expected failure, 503 for a database outage, and hides other errors', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const statusOf = async (error: Error) => (await answerJson(() => Promise.reject(error))).status
  expect(await statusOf(new DomainError('not_found', 'There is no such thing.'))).toBe(404)
  expect(await statusOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(503)
  const response = await answerJson(() => Promise.reject(new Error('the password is hunter2')))
  expect([response.status, (await response.text()).includes('hunter2')]).toEqual([500, false])
  log.mockRestore()
})
