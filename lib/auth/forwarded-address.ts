import ipaddr from 'ipaddr.js'

/** Set by the server hook from the socket, which Next.js hides. The hook drops a client's header of this name. */
export const PEER_HEADER = 'x-peer-address'

/** A network in the format of ipaddr.js: address and prefix length. */
export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

export interface ClientAddress {
  /** An IPv4 address, the /64 of an IPv6 address, or `unknown`. */
  network: string
  /** A neighbouring proxy that forwarded the request without being trusted. */
  ignoredProxy?: string
}

const V6_BITS = 64
const NEIGHBOURS = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']

/**
 * Returns the sender of a request. Starts at the socket's address and walks X-Forwarded-For from right to left while the
 * hop that added an entry is a trusted proxy; entries further left may be forged.
 */
export function readClientAddress(hops: {
  peer: string | null
  forwardedFor: string | null
  trusted: readonly Network[]
}): ClientAddress {
  const { peer, forwardedFor, trusted } = hops
  let address = parse(peer ?? '')
  if (!address) return { network: 'unknown' }
  const entries = (forwardedFor ?? '').split(',')
  const isTrusted = (one: ipaddr.IPv4 | ipaddr.IPv6) =>
    trusted.some(([network, bits]) => network.kind() === one.kind() && one.match(network, bits))
  const isIgnored =
    !isTrusted(address) && entries.map(parse).some((entry) => entry && String(entry) !== String(address))
  const ignoredProxy = isIgnored && NEIGHBOURS.includes(address.range()) ? String(address) : undefined
  while (isTrusted(address)) {
    const next = parse(entries.pop() ?? '')
    if (!next) break
    address = next
  }
  return { network: networkOf(address), ...(ignoredProxy && { ignoredProxy }) }
}

/** Parses an address as proxies write it: with or without port, IPv4 also as IPv6. Null for anything else. */
function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return null
  return ipaddr.process(bare)
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address instanceof ipaddr.IPv4) return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toNormalizedString()}/${V6_BITS}`)}/${V6_BITS}`
}
