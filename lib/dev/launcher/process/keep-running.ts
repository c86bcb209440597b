import { areChildrenStopping } from './guarded-child'

const HASTY_MS = 10_000
const MAX_HASTY_ENDS = 3

export type RunningServer = {
  /** Connection string of the server. */
  url: string
  stop(): Promise<void>
  /** Resolves when the server's process has ended. */
  ended: Promise<unknown>
}

export type KeptServer<S extends RunningServer> = {
  first: S
  stop(): Promise<void>
  /** Resolves with the reason if the server ended unexpectedly and could not be restarted. */
  lost: Promise<string>
}

/**
 * Starts a server, and restarts it at the same address whenever it ends unexpectedly, for example when memory runs out.
 */
export async function keepRunning<S extends RunningServer>(
  name: string,
  start: () => Promise<S>,
  say: (line: string) => void,
): Promise<KeptServer<S>> {
  const first = await start()
  let server = first
  let isStopping = false

  async function watch(): Promise<string> {
    for (let hastyEnds = 0; ; ) {
      const began = Date.now()
      await server.ended
      if (isStopping || areChildrenStopping()) return new Promise<string>(() => {})
      hastyEnds = Date.now() - began < HASTY_MS ? hastyEnds + 1 : 0
      if (hastyEnds === MAX_HASTY_ENDS) return `${name} ends again and again.`
      say(`${name} ended by itself: starting it again`)
      const next = await start()
      if (next.url !== first.url) return `${name} ended by itself, and its port is taken now.`
      server = next
      if (isStopping) await server.stop()
    }
  }
  const lost = watch().catch((error: Error) => `${name} ended by itself. ${error.message}`)
  return {
    first,
    stop() {
      isStopping = true
      return server.stop()
    },
    lost,
  }
}
