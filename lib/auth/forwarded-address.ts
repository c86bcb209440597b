import ipaddr from 'ipaddr.js'

/**
 * Request header with the socket's address, which Next.js hides. The server hook sets it, replacing any that a client
 * sent.
 */
export const PEER_HEADER = 'x-peer-address'

/** A network as ipaddr.js represents it: address and prefix length. */
export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

export interface ClientAddress {
  /** The client's IPv4 address, the /64 of its IPv6 address, or `unknown`. */
  network: string
  /** Address of a proxy in a private network that sent X-Forwarded-For but is not trusted; missing if there is none. */
  ignoredProxy?: string
}

const V6_BITS = 64
const NEIGHBOURS = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']

/**
 * Returns the client that sent a request. Starts at the socket's address and reads X-Forwarded-For from right to left,
 * as long as the address that added an entry is a trusted proxy. Entries further left may be forged.
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

/**
 * Parses an address as proxies write it: with or without a port, and IPv4 also in IPv6 notation. Returns null for
 * anything else.
 */
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
