import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const PREFIX = 'nxs_'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM_LENGTH = 32
const CHECK_LENGTH = 6
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM_LENGTH + CHECK_LENGTH}}$`)

/**
 * Returns a new API token: `nxs_`, 32 random characters of base62 (190 bits), and their CRC-32 as 6 characters of
 * base62. The checksum lets secret scanners recognise a token, and refuses typing errors without a query.
 */
export function newApiToken(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${PREFIX}${random}${checksumOf(random)}`
}

/** Returns whether a text has the form of an API token and the right checksum. */
export function isApiToken(text: string): boolean {
  if (!SHAPE.test(text)) return false
  const end = PREFIX.length + RANDOM_LENGTH
  return text.slice(end) === checksumOf(text.slice(PREFIX.length, end))
}

/** Returns the last four characters of a token, by which its owner recognises it. */
export const lastFourOf = (token: string): string => token.slice(-4)

/** Formats a token for a list: `nxs_…c41f`. */
export const shortToken = (lastFour: string): string => `${PREFIX}…${lastFour}`

function checksumOf(random: string): string {
  let rest = crc32(random)
  let digits = ''
  for (let digit = 0; digit < CHECK_LENGTH; digit++) {
    digits = `${ALPHABET[rest % ALPHABET.length]}${digits}`
    rest = Math.floor(rest / ALPHABET.length)
  }
  return digits
}
