import { describe, expect, it } from 'vitest'
import { isCrossSite, readFormPost, seeOther } from './form-post'

const post = (headers: Record<string, string>, body: BodyInit = new URLSearchParams({ sku: 'A' })) =>
  new Request('http://shop.example/cart/add', { method: 'POST', headers: { host: 'shop.example', ...headers }, body })

const status = async (request: Request) => {
  const form = await readFormPost(request)
  return form instanceof Response ? form.status : form
}

describe('a plain form’s post', () => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://shop.example.evil.example' },
  ])('is refused with 403 from another site: %o', async (headers) => {
    expect(await status(post(headers))).toBe(403)
  })

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { origin: 'http://shop.example' },
    { origin: 'https://shop.example', host: '127.0.0.1:3000', 'x-forwarded-host': 'shop.example' },
    { origin: 'https://shop.example', host: 'internal', 'x-forwarded-host': 'shop.example, proxy.internal' },
    { origin: 'http://localhost:3000', host: 'proxy.internal' }, // the host of NEXUS_URL
    {},
  ])('is accepted from our own pages: %o', async (headers) => {
    expect(isCrossSite(post(headers))).toBe(false)
    expect(await status(post(headers))).toEqual({ sku: 'A' })
  })

  it('is refused with JSON for scripts, with a message that says what happened', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', accept: 'application/json' }
    const answer = await readFormPost(post(headers))
    if (!(answer instanceof Response)) throw new Error('It was not refused')
    const message = expect.stringContaining('Nothing was changed, ordered, withdrawn or charged.')
    expect([answer.status, await answer.json()]).toEqual([403, { ok: false, code: 'invalid_input', message }])
  })

  it('keeps only text, and the last of several values', async () => {
    const body = new FormData()
    body.append('sku', 'A')
    body.append('sku', 'B')
    body.append('file', new Blob(['x']), 'x.txt')
    body.append('__proto__', 'x')
    expect(await status(post({}, body))).toEqual({ sku: 'B' })
  })

  it('cuts very long values', async () => {
    const fields = await readFormPost(post({}, new URLSearchParams({ sku: 'A'.repeat(9_000) })))
    expect(fields).toEqual({ sku: 'A'.repeat(3_000) })
  })

  it('is refused if it is not a form, or too large', async () => {
    expect(await status(post({ 'content-type': 'application/json' }, '{"sku":"A"}'))).toBe(400)
    expect(await status(post({ 'content-type': 'multipart/form-data; boundary=x' }, 'nonsense'))).toBe(400)
    expect(await status(post({}, new URLSearchParams({ sku: 'A'.repeat(20_001) })))).toBe(413)
  })

  it('is answered with a path', () => {
    const answer = seeOther('/cart')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cart'])
  })
})
