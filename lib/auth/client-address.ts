import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { type ClientAddress, PEER_HEADER, readClientAddress } from './forwarded-address'

let isProxyMissing = false

/**
 * Returns the network of the current request's client, for rate limits: an IPv4 address, or the /64 of an IPv6 address,
 * which belongs to one household or server. Clients that cannot be identified share `unknown`.
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
    `Requests come with X-Forwarded-For from ${proxy}, which TRUSTED_PROXIES does not include. If that is your ` +
      'proxy, add it: until then all its visitors share one rate limit, for example for orders.',
  )
}
