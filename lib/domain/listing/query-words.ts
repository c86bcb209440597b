import { cleanText, LISTING_LIMITS, type Range, type Scope } from './listing'
import { withoutFiller, withSignedNegations } from './negated-words'

/** A typed word, or a quoted phrase. A leading hyphen excludes the word: "-red". */
export interface QueryWord {
  text: string
  isQuoted: boolean
  /** What was typed, without the hyphen, if several words were joined. */
  typed?: string
}

/** Sort orders that a query can ask for. */
export type QuerySort = 'price' | '-price' | 'rating'

/** What a query says independently of the catalogue ("under 80"), and its remaining words. */
export interface ReadQuery {
  words: QueryWord[]
  /** Price range in minor units. */
  price: Range
  inStock: boolean
  scope: Scope
  /** Minimum number of stars; null for any. */
  rating: number | null
  /** Sort order that the query asks for ("cheap", "best rated"); null for none. */
  sort: QuerySort | null
}

const NUMBER = String.raw`(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)`
const CURRENCY = '(?:€|eur|euros?)'
// A number with one of these units is not a price: "under 2 kg", "up to 5 persons".
const UNITS =
  'inch(?:es)?|cm|mm|m|km|kg|kilos?|g|mg|grams?|lbs?|oz|l|ml|cl|lit(?:re|er)s?|met(?:re|er)s?|[kmgt]b|mp|megapixels?|k?hz|w|watts?|k?wh|v|volts?|' +
  'mah|lm|lumens?|lux|k|kelvin|years?|yrs?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|pages?|pieces?|pcs|packs?|players?|persons?|people|' +
  'stars?|seats?|degrees?|bar|rpm|dpi|nits|db|gears?|sheets?|speeds?|piece'
const NO_UNIT = String.raw`(?![.,]?\d|\s*(?:[%″"°']|(?:${UNITS})(?![\p{L}\p{N}])))`
const PLAIN = `(?:${CURRENCY}\\s*)?(${NUMBER})(?:\\s*${CURRENCY}(?![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}])${NO_UNIT})`
const IN_EUROS = `(?:${CURRENCY}\\s*(${NUMBER})(?![\\p{L}\\p{N}])|(${NUMBER})\\s*${CURRENCY}(?![\\p{L}\\p{N}]))`
const LEAD = String.raw`(?:(?:for|at|priced|prices?|costing)\s+)?`
const AT_MOST =
  '(?:under|below|less than|cheaper than|up to|at most|(?:no|not) more than|max(?:imum)?|until|till|within)'
const AT_LEAST = '(?:over|above|more than|at least|(?:no|not) less than|min(?:imum)?|starting (?:at|from)|dearer than)'
const DASH = String.raw`\s*(?:[-–—]|\.\.|\bto\b)\s*`

const phrase = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu')
/** Patterns of price phrases, longer ones first. The function turns the amounts in a phrase into a range. */
const PRICES: [pattern: RegExp, range: (amounts: number[]) => Range][] = [
  [phrase(`${LEAD}between\\s+${PLAIN}\\s+(?:and|to)\\s+${PLAIN}`), ([min, max]) => ({ min, max })],
  [phrase(`${LEAD}from\\s+${PLAIN}${DASH}${PLAIN}`), ([min, max]) => ({ min, max })],
  [phrase(`${LEAD}${IN_EUROS}${DASH}${PLAIN}`), ([min, max]) => ({ min, max })],
  [phrase(`${LEAD}(${NUMBER})${DASH}${IN_EUROS}`), ([min, max]) => ({ min, max })],
  [phrase(`${LEAD}${AT_MOST}\\s+${PLAIN}`), ([max]) => ({ max })],
  [phrase(`${LEAD}${AT_LEAST}\\s+${PLAIN}`), ([min]) => ({ min })],
  [phrase(`${LEAD}${PLAIN}\\s+(?:or|and)\\s+(?:less|under|below|cheaper)`), ([max]) => ({ max })],
  [phrase(`${LEAD}${PLAIN}\\s+(?:or|and)\\s+(?:more|over|above|up)`), ([min]) => ({ min })],
  [phrase(`${LEAD}from\\s+${IN_EUROS}`), ([min]) => ({ min })],
  // A single price counts as an upper limit.
  [phrase(`(?:(?:about|around)\\s+)?${LEAD}${IN_EUROS}`), ([max]) => ({ max })],
]
// Two numbers without a currency may be a price range, but also a model number.
const BARE_RANGE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(\d{1,6})\s?[-–—]\s?(\d{1,6})(?![\p{L}\p{N}/-])${NO_UNIT}`,
  'u',
)

/** Returns at most three ranges without a currency. "80-120" may be a price range, a SKU or a model number. */
export const bareRangesIn = (text: string): string[] =>
  Array.from(cleanText(text).matchAll(new RegExp(BARE_RANGE, 'gu')), ([range]) => range).slice(0, 3)

const STARS = String.raw`([1-5](?:[.,]\d)?)`
const RATINGS = [
  phrase(`(?:with\\s+)?(?:at least|from|over|above|more than|min(?:imum)?)\\s+${STARS}\\s*stars?`),
  phrase(`(?:with\\s+)?${STARS}\\s*stars?\\s+(?:and|or|&)\\s+(?:up|above|more|better|higher)`),
  phrase(`(?:with\\s+)?${STARS}\\s*\\+\\s*stars?`),
  phrase(`(?:with\\s+)?${STARS}\\s*stars?`),
]
const IN_STOCK = phrase(String.raw`(?:only\s+)?(?:in[\s-]stock|available now)(?:\s+only)?`)
const DEALS = phrase(
  String.raw`(?:(?:on|in)\s+sale|(?<!-)sales?(?!-)|clearance|on\s+(?:special\s+)?offer|special\s+offers|deals?|discounted|reduced|bargains?)`,
)
const NEW = phrase(String.raw`(?:new\s+(?:in|arrivals?)|just\s+in)`)
const NEW_FIRST = /^\s*(?:new|newest|latest)\s+(?=\S)/iu
const SORTS: [pattern: RegExp, sort: QuerySort][] = [
  [
    phrase(String.raw`(?:(?:best|top|highest|well)[\s-]+(?:rated|reviewed)|(?:best|highest)\s+(?:ratings?|reviews?))`),
    'rating',
  ],
  [phrase('(?:most expensive|priciest|dearest)'), '-price'],
  [phrase('(?:cheap(?:est)?|inexpensive|affordable)'), 'price'],
]
const QUOTED = /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/gu

/**
 * Extracts prices, stock, deals, newness and stars from a query: "under 80", "between 20 and 50 euro", "4 stars and
 * up". Quoted phrases stay words. Only the first 200 characters count. With `bareRanges`, "80-120" also counts as a
 * price.
 */
export function readQuery(text: string, { bareRanges = false } = {}): ReadQuery {
  const cut = cleanText(cleanText(text).slice(0, LISTING_LIMITS.text))
  const read: ReadQuery = { words: [], ...NOTHING_SAID }
  let from = 0
  for (const { 0: quoted, index } of cut.matchAll(QUOTED)) {
    readPart(cut.slice(from, index), read, bareRanges)
    if (/[\p{L}\p{N}]/u.test(quoted)) read.words.push({ text: quoted, isQuoted: true })
    from = index + quoted.length
  }
  readPart(cut.slice(from), read, bareRanges)
  return read
}

/** The result for a query that consists only of words. */
export const NOTHING_SAID: Omit<ReadQuery, 'words'> = {
  price: {},
  inStock: false,
  scope: 'all',
  rating: null,
  sort: null,
}

function readPart(part: string, read: ReadQuery, bareRanges: boolean): void {
  let rest = withoutFiller(part)
  /** Removes the phrase from the rest of the query and returns the numbers in it; null if it does not occur. */
  const take = (pattern: RegExp): number[] | null => {
    const match = pattern.exec(rest)
    if (!match) return null
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    return match.slice(1).flatMap((number) => (number === undefined ? [] : amountOf(number)))
  }
  for (const pattern of RATINGS) {
    const [stars] = take(pattern) ?? []
    if (stars !== undefined) read.rating = Math.min(stars, 5)
  }
  for (const [pattern, rangeOf] of PRICES) {
    const amounts = take(pattern)
    if (amounts) read.price = { ...read.price, ...scaled(rangeOf(amounts)) }
  }
  const bare = bareRanges && take(BARE_RANGE)
  if (bare) read.price = scaled({ min: bare[0], max: bare[1] })
  if (take(IN_STOCK)) read.inStock = true
  for (const [pattern, sort] of SORTS) if (take(pattern)) read.sort = sort
  const isNew = [NEW, NEW_FIRST].some((pattern) => take(pattern))
  if (take(DEALS)) read.scope = 'deals'
  else if (isNew && read.scope === 'all') read.scope = 'new'
  // Price phrases ("no more than 80") are taken out before negations.
  rest = withSignedNegations(rest)
  read.words.push(...rest.split(/\s+/).flatMap((word) => (word ? [{ text: word, isQuoted: false }] : [])))
}

/** Parses an amount: "1,000", "1.000", "9.99", "9,99". */
function amountOf(text: string): number {
  const cents = /[.,](\d{1,2})$/.exec(text)
  const whole = (cents ? text.slice(0, cents.index) : text).replace(/[.,]/g, '')
  return Number(cents ? `${whole}.${cents[1]}` : whole)
}

function scaled({ min, max }: Range): Range {
  const [low, high] = min !== undefined && max !== undefined && min > max ? [max, min] : [min, max]
  return {
    ...(low === undefined ? {} : { min: Math.round(low * 100) }),
    ...(high === undefined ? {} : { max: Math.round(high * 100) }),
  }
}

/** Returns whether the query says anything besides plain words, such as a price. */
export const hasMoreThanWords = ({ price, inStock, scope, rating, sort }: ReadQuery): boolean =>
  price.min !== undefined || price.max !== undefined || inStock || scope !== 'all' || rating !== null || sort !== null

const LEADING = new Set(['by', 'from', 'in', 'of', 'for', 'or', 'and', '&', 'made', 'the', 'with'])

/**
 * Removes the words at these indexes, and any small words directly before them: the "by" in "bags by Osier", the "in"
 * in "in red".
 */
export function withoutPlaces(words: readonly QueryWord[], places: Iterable<number>): QueryWord[] {
  const gone = new Set(places)
  for (let place = words.length - 2; place >= 0; place--)
    if (gone.has(place + 1) && LEADING.has(words[place]!.text.toLowerCase())) gone.add(place)
  return words.filter((_, place) => !gone.has(place))
}

/** Returns whether the word is to be excluded. */
export const isExcluded = ({ text, isQuoted }: QueryWord): boolean => !isQuoted && /^-\p{L}/u.test(text)

/** Joins the words into a text. */
export const textOf = (words: readonly QueryWord[]): string => words.map(({ text }) => text).join(' ')

/** Returns the text of a word to exclude without its hyphen; of other words, the text itself. */
export const bareText = (word: QueryWord): string => (isExcluded(word) ? word.text.slice(1) : word.text)

/** Returns whether a query consists of exclusions that all had to be ignored, because no product says anything of them. */
export function isOnlyUnsaid(q: string, ignoredTerms: readonly string[]): boolean {
  const { words } = readQuery(q)
  return words.length > 0 && words.every((word) => isExcluded(word) && ignoredTerms.includes(bareText(word)))
}
