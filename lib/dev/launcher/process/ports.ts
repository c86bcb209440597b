import { createServer } from 'node:net'

function listens(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => {
      // On a machine without IPv6, no program can listen on "::", so the address counts as free.
      const hasNoSuchAddress = 'code' in error && (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL')
      resolve(hasNoSuchAddress ? port : null)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** Returns whether this TCP port is free on every address of the machine. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listens(port, '127.0.0.1')) !== null && (await listens(port, '::')) !== null
}

/** Returns `preferred` if that port is free on 127.0.0.1, otherwise a free port chosen by the system. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await listens(preferred, '127.0.0.1')) !== null) return preferred
  const port = await listens(0, '127.0.0.1')
  if (port === null) throw new Error('No TCP port is free on 127.0.0.1')
  return port
}

/** Returns the first free port from `first` on, or null if none of a hundred ports is free. */
export async function nextFreePort(first: number): Promise<number | null> {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) if (await isPortFree(port)) return port
  return null
}
