import ipaddr from 'ipaddr.js'

/** Set by the server hook from the socket, which Next.js hides. What a client sends under this name is dropped. */
export const PEER_HEADER = 'x-peer-address'

/** A network as ipaddr.js has it: its address and the bits of its prefix. */
export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

export interface ClientAddress {
  /** An IPv4 address, the /64 of an IPv6 address, or `unknown`. */
  network: string
  /** A neighbour of ours that forwarded the request and is not trusted to. */
  ignoredProxy?: string
}

const V6_BITS = 64
const NEIGHBOURS = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']

/**
 * Returns who sent a request. From the socket's address it walks X-Forwarded-For from right to left as long as the hop
 * that added an entry is a trusted proxy; whatever stands further left is the client's own words.
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

/** An address as proxies write it: with a port or without, IPv4 also as IPv6. Null for anything else. */
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
