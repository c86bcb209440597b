import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a server of this machine that can be cut and mended. */
export class Wire {
  #sockets = new Set<Socket>()
  #isCut = false

  private constructor(
    readonly server: Server,
    readonly port: number,
  ) {}

  static async to(targetPort: number): Promise<Wire> {
    const server = createServer((socket) => {
      if (wire.#isCut) return socket.destroy()
      const target = connect(targetPort, '127.0.0.1')
      for (const [end, other] of [
        [socket, target],
        [target, socket],
      ] as const) {
        wire.#sockets.add(end)
        end.on('error', () => end.destroy())
        end.on('close', () => {
          wire.#sockets.delete(end)
          other.destroy()
        })
        end.pipe(other)
      }
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const wire: Wire = new Wire(server, (server.address() as AddressInfo).port)
    return wire
  }

  /** Whoever is connected is thrown out, whoever comes is turned away. */
  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#isCut = false
  }

  async close(): Promise<void> {
    this.cut()
    this.server.close()
    await once(this.server, 'close')
  }
}

/** The same address through the wire. */
export function through(wire: Wire, address: string): string {
  const url = new URL(address)
  url.host = `127.0.0.1:${wire.port}`
  return url.href
}
