import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { PEER_HEADER } from '@/lib/auth/forwarded-address'

const CHANNEL = 'http.server.request.start'

/**
 * From now on every request to a server of this process carries the address of its socket, in place of whatever the
 * client sent under that name. Again changes nothing.
 */
export function notePeerAddresses(): void {
  unsubscribe(CHANNEL, note)
  subscribe(CHANNEL, note)
}

/** Ends what notePeerAddresses began. */
export const ignorePeerAddresses = (): boolean => unsubscribe(CHANNEL, note)

function note(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('request' in message)) return
  const { request } = message
  if (!(request instanceof IncomingMessage)) return
  delete request.headers[PEER_HEADER]
  if (request.socket.remoteAddress) request.headers[PEER_HEADER] = request.socket.remoteAddress
}
