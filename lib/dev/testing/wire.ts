import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A proxy in front of a server on this machine. Tests can cut the connection and restore it. */
export class Wire {
  #sockets = new Set<Socket>()
  #isCut = false
  #lost: string | null = null

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
      socket.on('data', (bytes) => {
        if (wire.#lost === null || !bytes.includes(wire.#lost)) return
        wire.#lost = null
        target.unpipe(socket)
        target.once('data', () => target.destroy()).resume()
      })
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const wire: Wire = new Wire(server, (server.address() as AddressInfo).port)
    return wire
  }

  /**
   * Lets the server receive the next message that contains this text, but closes the connection instead of returning
   * the answer.
   */
  loseAnswerTo(text: string): void {
    this.#lost = text
  }

  /** Closes all connections and refuses new ones. */
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

/** Returns the address with the host and port of the proxy. */
export function through(wire: Wire, address: string): string {
  const url = new URL(address)
  url.host = `127.0.0.1:${wire.port}`
  return url.href
}
