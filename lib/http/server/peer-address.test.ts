import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { PEER_HEADER } from '@/lib/auth/forwarded-address'
import { ignorePeerAddresses, notePeerAddresses } from './peer-address'

afterEach(ignorePeerAddresses)

it('a request has the address of its socket, whatever the client’s header says', async () => {
  notePeerAddresses()
  notePeerAddresses()
  const server = createServer((incoming, response) => response.end(incoming.headers[PEER_HEADER])).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const outgoing = request({ port, host: '127.0.0.1', headers: { [PEER_HEADER]: '203.0.113.9' }, agent: false }).end()
  const [answer] = await once(outgoing, 'response')
  expect(String(await once(answer, 'data'))).toBe('127.0.0.1')
  server.close()
})
