import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { type ClientAddress, PEER_HEADER, readClientAddress } from './forwarded-address'

let isProxyMissing = false

/**
 * Returns the network that the current request comes from, to count attempts by: an IPv4 address, or the /64 of an IPv6
 * address, which one household or server has. Who cannot be told apart is counted together as `unknown`.
 */
export async function clientAddress(): Promise<string> {
  const list = await headers()
  const { network, ignoredProxy } = readClientAddress({
    peer: list.get(PEER_HEADER),
    forwardedFor: list.get('x-forwarded-for'),
    trusted: env().TRUSTED_PROXIES,
  })
  if (ignoredProxy && !isProxyMissing) warn(ignoredProxy)
  return network
}

function warn(proxy: NonNullable<ClientAddress['ignoredProxy']>): void {
  isProxyMissing = true
  console.warn(
    `Requests come with X-Forwarded-For from ${proxy}, which TRUSTED_PROXIES does not name. If that is a proxy of ` +
      'yours, name it: until then all its visitors share one limit, of orders for example.',
  )
}
