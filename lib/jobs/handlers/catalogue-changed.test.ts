import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInternal } from '@/lib/auth/internal-token'
import { catalogueChangeSchema } from '@/lib/contracts/catalog/catalogue-change'
import { expirePages } from './catalogue-changed'

let server: Server
let url: string
let status = 204
let calls: { path?: string; isInternal: boolean; body: unknown }[]

beforeEach(async () => {
  calls = []
  status = 204
  server = createServer(async (request, response) => {
    const { url: path, headers } = request
    calls.push({ path, isInternal: isInternal(headers.authorization ?? null), body: JSON.parse(await text(request)) })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const id = (n: number) => n.toString(16).padStart(24, '0')
const change = (n: number, category: string, second: number) => ({
  productIds: [id(n)],
  categories: [category],
  home: n === 2,
  since: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
})

describe('changes of the catalogue', () => {
  it('that waited are told to the web server in one call, which only this store can make', async () => {
    await expirePages([change(1, 'books', 1), change(2, 'toys', 9), change(1, 'books', 4)], url)
    expect(calls).toEqual([
      {
        path: '/api/internal/expire',
        isInternal: true,
        body: {
          productIds: [id(1), id(2)],
          categories: ['books', 'toys'],
          home: true,
          since: '2026-01-01T00:00:09.000Z',
        },
      },
    ])
  })

  it('are told in several calls where there are more than one takes', async () => {
    await expirePages(
      Array.from({ length: 2_500 }, (_, n) => change(n, 'books', 1)),
      url,
    )
    const bodies = calls.map(({ body }) => catalogueChangeSchema.parse(body))
    expect(bodies.map(({ productIds }) => productIds.length)).toEqual([1_000, 1_000, 500])
    expect(new Set(bodies.flatMap(({ productIds }) => productIds)).size).toBe(2_500)
    expect(bodies.flatMap(({ categories }) => categories)).toEqual(['books'])
  })

  it('name collections that were changed themselves, each once', async () => {
    const named = (...collections: string[]) => ({ ...change(1, 'books', 1), collections })
    await expirePages([named('desk'), change(2, 'toys', 2), named('desk', 'breakfast')], url)
    expect(calls.map(({ body }) => catalogueChangeSchema.parse(body).collections)).toEqual([['desk', 'breakfast']])
  })

  it('fail, to be told again, where the web server refuses or is not there', async () => {
    status = 503
    await expect(expirePages([change(1, 'books', 1)], url)).rejects.toThrow('503')
    await expect(expirePages([change(1, 'books', 1)], 'http://127.0.0.1:1')).rejects.toThrow()
  })
})
