import { tidyLine } from '../typed-text'

const MAX_OCTETS = 254 // RFC 5321: a path of 256 with its angle brackets
const MAX_LOCAL_OCTETS = 64
const MAX_DOMAIN_OCTETS = 253

// The dot-atom of RFC 5322, with any visible character beyond ASCII as RFC 6531 adds it. A quoted local part is legal
// too, and refused: nobody has one, and whoever types a quotation mark has mistyped.
const LOCAL = /^(?!\.)(?!.*\.\.)(?!.*\.$)(?:[\w.!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}])+$/u
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])$/
const NO_HOST = /[\p{C}\s/\\?#@:%[\]<>^|"]/u
const FULL_STOPS = /[\u3002\uff0e\uff61]/gu

/**
 * Returns a typed e-mail address as the shop keeps it (NFC, its domain in lower case), internationalised ones included,
 * or null if no mail server would take it.
 */
export function normalEmail(typed: string): string | null {
  const text = tidyLine(typed).replace(/\uff20/gu, '@')
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

/** Returns what all spellings of an address share, to look it up by: case, Unicode form (NFKC) and Punycode are folded. */
export function foldEmail(email: string): string {
  const text = tidyLine(email).normalize('NFKC').toLowerCase()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  return `${text.slice(0, at + 1)}${asciiDomain(domain) ?? domain}`
}

/** Returns the domain as DNS has it (IDNA, by the platform's URL parser), or null if it is no host name with a dot. */
function asciiDomain(domain: string): string | null {
  const url = `http://${domain}`
  if (NO_HOST.test(domain) || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return hostname.length <= MAX_DOMAIN_OCTETS && HOST.test(hostname) ? hostname : null
}

const octets = (text: string) => new TextEncoder().encode(text).length
