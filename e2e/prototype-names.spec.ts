import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './support/test'

// Properties that every JavaScript object inherits. Looking up a name from a request must not find them.
const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__proto__', '__defineGetter__']
const PARAMETERS = ['q', 'in', 'collection', 'show', 'sort', 'stars', 'told', 'sent', 'p', 'country', 'deliveryMethod']

const APP = path.resolve(import.meta.dirname, '../app')
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
const routes = files.flatMap((file) => {
  const [, folder, kind] = /^(.*?)\/?(page|route)\.tsx?$/.exec(file) ?? []
  if (folder === undefined) return []
  const segments = folder.split('/').filter((segment) => segment && !/^\(.*\)$/.test(segment))
  return [{ kind, path: `/${segments.join('/')}` }]
})
const addressesOf = (route: string) =>
  route.includes('[')
    ? NAMES.map((name) => route.replace(/\[[^\]]+\]/g, name)).flatMap((address) =>
        route.startsWith('/pictures/') ? [`${address}.webp`, `${address}.webp`.toLowerCase()] : address,
      )
    : [route]

test('there are pages and routes to test', () => {
  expect(new Set(routes.map(({ kind }) => kind))).toEqual(new Set(['page', 'route']))
  expect(routes.map((route) => route.path)).toContain('/help/[page]')
})

for (const route of routes)
  test(`${route.path} (${route.kind}) finds nothing under inherited property names`, async ({ request }) => {
    test.slow()
    const queries = [
      '',
      ...NAMES.map((name) => `?${new URLSearchParams([...PARAMETERS, name].map((key) => [key, name]))}`),
    ]
    for (const address of addressesOf(route.path))
      for (const query of address === route.path ? queries : queries.slice(0, 2)) {
        const answer = await request.get(address + query, { maxRedirects: 0 })
        expect(answer.status(), address + query).toBeLessThan(500)
      }
    if (route.kind !== 'route') return
    for (const name of NAMES) {
      const answer = await request.post(route.path.replace(/\[[^\]]+\]/g, name), {
        form: Object.fromEntries(
          [...PARAMETERS, 'sku', 'quantity', 'paymentMethod', 'reason', name].map((key) => [key, name]),
        ),
        headers: { 'sec-fetch-site': 'same-origin', accept: 'application/json' },
        maxRedirects: 0,
      })
      expect(answer.status(), `POST ${route.path} with ${name}`).toBeLessThan(500)
    }
  })
