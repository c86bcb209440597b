import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { storeReady } from './store-ready'
import { createTerminal } from './terminal'

test('it waits for the search index and for fresh pages, whatever else is amiss, and shows how far that is', async () => {
  const answers = [
    { status: 'unavailable', search: 'loading', pages: 'loading', reason: '…', index: { done: 0, total: null } },
    {
      status: 'unavailable',
      search: 'loading',
      pages: 'loading',
      reason: '…',
      index: { done: 412_000, total: 1_000_000 },
    },
    { status: 'unavailable', search: 'ok', pages: 'loading', reason: 'pages from before the start are being expired' },
    { status: 'unavailable', search: 'ok', pages: 'ok', reason: 'MongoDB does not answer' },
  ]
  const server = createServer((_, response) => {
    response.writeHead(503, { 'content-type': 'application/json' }).end(JSON.stringify(answers.shift()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const said: string[] = []
  const stream = { isTTY: false, write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream
  await storeReady((server.address() as AddressInfo).port, createTerminal(stream), new AbortController().signal)
  expect(answers).toEqual([])
  expect(said.join('')).toContain('Filling the search index: 412,000 of 1,000,000')
  server.close()
})
