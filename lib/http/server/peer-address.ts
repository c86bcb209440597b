import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { PEER_HEADER } from '@/lib/auth/forwarded-address'

const CHANNEL = 'http.server.request.start'

/**
 * Sets a header with the socket's address on every request to this process, replacing any that the client sent.
 * Idempotent.
 */
export function notePeerAddresses(): void {
  unsubscribe(CHANNEL, note)
  subscribe(CHANNEL, note)
}

/** Undoes notePeerAddresses. */
export const ignorePeerAddresses = (): boolean => unsubscribe(CHANNEL, note)

function note(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('request' in message)) return
  const { request } = message
  if (!(request instanceof IncomingMessage)) return
  delete request.headers[PEER_HEADER]
  if (request.socket.remoteAddress) request.headers[PEER_HEADER] = request.socket.remoteAddress
}
