const START = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`
const WORD = String.raw`\p{L}[\p{L}\p{M}\p{N}]+`

/** Words that exclude the next one, in English, German, French, Dutch, Italian and Spanish. */
const NOT = 'without|not|no|non|minus|except|excluding|w/o|ohne|keine?|sans|zonder|geen|senza|sin'
const BUT = 'but|aber|mais|maar'
const NEGATED = new RegExp(
  String.raw`${START}(?:(?:${BUT})\s+)?(?:${NOT})\s+(?:any\s+|added\s+|in\s+|the\s+)?(${WORD}(?:\s+(?:or|nor|oder|ou)\s+${WORD})*)`,
  'giu',
)
const OR = /\s+(?:or|nor|oder|ou)\s+/iu
/** "But" only connects: "milk but -oat". */
const BUT_BEFORE_SIGN = new RegExp(String.raw`${START}(?:${BUT})\s+(?=-\p{L})`, 'giu')

/** Words that "free" belongs to: "free range eggs" are not free of anything. */
const FREE_WITH = 'range|size|shipping|delivery|returns?|gifts?|standing|trial|sample'
const NO_THING = 'for|is|are|with|get|and|or|the|any|all|this|care|hands?'
const FREE_AFTER = new RegExp(
  String.raw`${START}(?!(?:${NO_THING})(?:-|\s|free))(\p{L}{3,}?)(?:-|\s)?free${END}(?!(?:-|\s+)(?:${FREE_WITH}|of|from)${END})`,
  'giu',
)
const FREE_BEFORE = new RegExp(String.raw`${START}free\s+(?:of|from)\s+(${WORD})`, 'giu')

/**
 * Puts a hyphen before each word that a text excludes: "without nuts", "sugar free", "no nuts or milk" and "but not red"
 * become "-nuts", "-sugar", "-nuts -milk" and "-red".
 */
export const withSignedNegations = (text: string): string =>
  text
    .replace(NEGATED, (_, words: string) => ` ${signed(words.split(OR))}`)
    .replace(FREE_AFTER, ' -$1')
    .replace(FREE_BEFORE, ' -$1')
    .replace(BUT_BEFORE_SIGN, '')

const signed = (words: readonly string[]) => words.map((word) => `-${word}`).join(' ')

/** What people say around the thing that they look for. */
const FILLER = new RegExp(
  String.raw`${START}(?:(?:do|have)\s+you\s+(?:have|sell|got)|i(?:['’]m|\s+am)?\s+(?:need|want|looking\s+for)|(?:looking|searching)\s+for|show\s+me|find\s+me|where\s+(?:can|do)\s+i\s+(?:find|buy|get)|for\s+sale|(?:some|any)thing|please)${END}`,
  'giu',
)

/** Removes what people say around the thing ("I need", "something"), unless nothing else is left. */
export function withoutFiller(text: string): string {
  const rest = text.replace(FILLER, ' ')
  return /\p{L}/u.test(rest) ? rest : text
}
