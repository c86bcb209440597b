/** Letters that people type as two where the keyboard lacks them; both spellings count as the same word. */
const DIGRAPHS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
/** Letters that Unicode does not decompose into a plain letter and an accent. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ƒ: 'f',
  ɨ: 'i',
  ə: 'e',
}
const WITH_DIGRAPH = new RegExp(`[${Object.keys(DIGRAPHS).join('')}]`, 'g')
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')
/** Accents of Latin, Greek and Cyrillic letters, Hebrew and Arabic vowel points. Marks of other scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g

const APOSTROPHES = '\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201b\u2032\uff07'
const HYPHENS = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'
/** Soft hyphens, zero-width spaces and joiners, variation selectors (as in emoji), byte order marks. */
const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff'
const PLAIN_SIGN = new Map([
  ...Array.from(APOSTROPHES, (sign) => [sign, "'"] as const),
  ...Array.from(HYPHENS, (sign) => [sign, '-'] as const),
  ...Array.from(INVISIBLE, (sign) => [sign, ''] as const),
])
const SIGNS = new RegExp([...PLAIN_SIGN.keys()].join('|'), 'g')

export const isAscii = (text: string) => !/\P{ASCII}/u.test(text)

/** Returns the text in lower case and in one Unicode form, with one kind of apostrophe and hyphen. */
export function normalized(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replaceAll('`', "'")
  const plain = text.replace(SIGNS, (sign) => PLAIN_SIGN.get(sign)!)
  if (isAscii(plain)) return plain.toLowerCase()
  return plain.normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i') // lower case of İ
}

const withoutAccents = (text: string) =>
  text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter]!)
    .normalize('NFC')

/** Returns a normalized text without accents and with umlauts as two letters. */
export const foldNormalized = (lower: string) =>
  isAscii(lower) ? lower : withoutAccents(lower.replace(WITH_DIGRAPH, (letter) => DIGRAPHS[letter]!))

/** Returns a normalized text with umlauts as plain letters, as many people type them: 'mobel' for 'möbel'. */
export const foldPlainNormalized = (lower: string) => (isAscii(lower) ? lower : withoutAccents(lower))

/** Returns the form in which texts are compared: lower case, without accents, umlauts as two letters. */
export const fold = (text: string) => foldNormalized(normalized(text))
