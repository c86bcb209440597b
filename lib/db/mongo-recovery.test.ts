import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, it, vi } from 'vitest'
import { closeMongo } from './mongo'

it('a server that was down at the first connection is found once it is up', async () => {
  const { MONGODB_URI = '' } = process.env
  const address = new URL(MONGODB_URI)
  const { port, hostname } = address
  let isUp = false
  const way = createServer((socket) => {
    if (!isUp) return socket.destroy()
    const target = connect(Number(port), hostname)
    for (const end of [socket, target]) end.on('error', () => end.destroy())
    socket.pipe(target).pipe(socket)
  })
  await once(way.listen(0, '127.0.0.1'), 'listening')
  await closeMongo()
  address.host = `127.0.0.1:${(way.address() as AddressInfo).port}`
  vi.stubEnv('MONGODB_URI', address.href)
  vi.resetModules()
  const later = await import('./mongo')
  try {
    await expect(later.pingMongo()).rejects.toThrow()
    isUp = true
    await expect.poll(() => later.pingMongo().then(() => 'answers'), { timeout: 10_000 }).toBe('answers')
  } finally {
    await later.closeMongo()
    vi.unstubAllEnvs()
    way.close()
  }
})
