import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { choosePort } from '../next-app'
import { freePort, isPortFree, nextFreePort } from './ports'

const servers: Server[] = []
async function occupy(host: string): Promise<number> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

describe('a port', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::'])('that somebody has on %s is not free', async (host) => {
    expect(await isPortFree(await occupy(host))).toBe(false)
  })

  it('is kept from the last time if it is still free', async () => {
    const port = await freePort()
    expect(await freePort(port)).toBe(port)
  })

  it('is another one than last time if somebody has taken it', async () => {
    const taken = await occupy('127.0.0.1')
    expect(await freePort(taken)).not.toBe(taken)
  })

  it('that the user chose and somebody has is an error that names it', async () => {
    const port = await occupy('127.0.0.1')
    await expect(choosePort({ port, isPortChosen: true })).rejects.toThrow(`Port ${port} is taken`)
  })

  it('that nobody chose gives way to the next free one', async () => {
    const port = await occupy('127.0.0.1')
    expect(await choosePort({ port, isPortChosen: false })).toBe(await nextFreePort(port))
  })
})
