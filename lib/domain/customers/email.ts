import { tidyLine } from '../typed-text'

const MAX_OCTETS = 254 // RFC 5321 allows 256 octets for a path, which includes two angle brackets
const MAX_LOCAL_OCTETS = 64
const MAX_DOMAIN_OCTETS = 253

// The dot-atom of RFC 5322, extended to visible non-ASCII characters by RFC 6531. Quoted local parts are valid but
// refused, because they are very rare and a typed quotation mark is usually a typo.
const LOCAL = /^(?![.\p{M}])(?!.*\.\.)(?!.*\.$)(?:[\w.!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}])+$/u
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])$/
const NO_HOST = /[\p{C}\s/\\?#@:%[\]<>^|"]/u
// Keeps the zero-width joiners, which have a meaning in the domain names of some scripts.
const IGNORABLE = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu
const FULL_STOPS = /[\u3002\uff0e\uff61]/gu

/**
 * Returns a typed e-mail address in normal form (NFC, domain in lower case). Accepts internationalised addresses.
 * Returns null if no mail server would accept the address.
 */
export function normalEmail(typed: string): string | null {
  const text = tidyLine(typed)
    .replace(IGNORABLE, '')
    .replace(/\uff20/gu, '@')
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(at, 0))
  const domain = text
    .slice(at + 1)
    .normalize('NFKC')
    .replace(FULL_STOPS, '.')
    .toLowerCase()
  if (!LOCAL.test(local) || octets(local) > MAX_LOCAL_OCTETS || !asciiDomain(domain)) return null
  const email = `${local}@${domain}`
  return octets(email) <= MAX_OCTETS ? email : null
}

/**
 * Returns a look-up key that is the same for all spellings of an address, whatever their case, Unicode form (NFKC) or
 * Punycode.
 */
export function foldEmail(email: string): string {
  const text = tidyLine(email).replace(IGNORABLE, '').normalize('NFKC').toLowerCase()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  return `${text.slice(0, at + 1)}${asciiDomain(domain) ?? domain}`
}

/**
 * Returns the domain in ASCII (IDNA, using the platform's URL parser); null unless it is a host name that contains a
 * dot.
 */
function asciiDomain(domain: string): string | null {
  const url = `http://${domain}`
  if (NO_HOST.test(domain) || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return hostname.length <= MAX_DOMAIN_OCTETS && HOST.test(hostname) ? hostname : null
}

const octets = (text: string) => new TextEncoder().encode(text).length
