/** Maps a word to a key shared by its inflections; the key need not be a real word. */
export type Stem = (word: string) => string

/** Languages with a stemmer. */
export const LANGUAGES = ['en', 'da', 'de', 'es', 'fi', 'fr', 'it', 'nb', 'nl', 'pt', 'sv'] as const
export type Language = (typeof LANGUAGES)[number]

const stemmers: Record<Exclude<Language, 'en'>, () => Promise<{ stemmer: Stem }>> = {
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  it: () => import('@orama/stemmers/italian'),
  nb: () => import('@orama/stemmers/norwegian'),
  nl: () => import('@orama/stemmers/dutch'),
  pt: () => import('@orama/stemmers/portuguese'),
  sv: () => import('@orama/stemmers/swedish'),
}

/**
 * Returns the stemmer of a language, which takes folded words. For English, it only strips plurals, because Porter's
 * stemmer conflates "organic" and "organizer"; the other languages use Snowball (snowballstem.org). Words with digits
 * are left unchanged.
 */
export async function stemOf(language: Language): Promise<Stem> {
  if (language === 'en') return english
  const { stemmer } = await stemmers[language]()
  const digraphs = UMLAUTS[language]
  return (word) => {
    if (/\d/.test(word)) return word
    const plain = digraphs ? word.replace(digraphs, (pair) => pair[0]!) : word
    return plain.length < 4 ? plain : stemmer(plain)
  }
}

/** Irregular plurals, and singulars that end in s. */
const IRREGULAR = new Map(
  [
    'men man, women woman, children child, people person, feet foot, teeth tooth, geese goose, mice mouse',
    'potatoes potato, tomatoes tomato, mangoes mango, heroes hero, echoes echo, dominoes domino, mosquitoes mosquito',
    'leaves leaf, halves half, calves calf, elves elf, thieves thief, dwarves dwarf',
    'buses bus, gases gas, lens lens, lenses lens, canvas canvas, canvases canvas, atlas atlas, atlases atlas',
    'skis ski, kiwis kiwi, bikinis bikini, taxis taxi, zucchinis zucchini, emojis emoji, safaris safari',
    'cactuses cactus, viruses virus, bonuses bonus, irises iris, quizzes quiz, axes axe, series series, species species',
  ]
    .join(', ')
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
)

/**
 * Umlauts typed as two letters, for the languages where these pairs have no other meaning. In German, a pair after a
 * vowel or q is not an umlaut: "neue", "quer".
 */
const UMLAUTS: Partial<Record<Language, RegExp>> = {
  de: /ae|oe|(?<![aeioq])ue/g,
  da: /ae|oe|aa/g,
  nb: /ae|oe|aa/g,
  sv: /ae|oe|aa/g,
  fi: /ae|oe/g,
}

/** Shorter words are left unchanged: "poet" is not "pöt", "shoe" is not "shö". */
const MIN_UMLAUT_LENGTH = 5

/** Returns the stem of an English word: its singular, the same for 'moebel' and 'mobel'. */
export function english(word: string): string {
  const singular = singularOf(word)
  return singular.length < MIN_UMLAUT_LENGTH || /\d/.test(singular)
    ? singular
    : singular.replace(/ae|oe|ue|aa/g, (pair) => pair[0]!)
}

/**
 * Strips plurals, after Harman's S-stemmer ("How effective is suffixing?", 1991) with its -ses/-xes/-ches rules
 * corrected. "hoodie", "hoody" and "hoodies" become "hoody".
 */
function singularOf(word: string): string {
  if (word.length < 3) return word
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.length > 4 && word.endsWith('ie')) return `${word.slice(0, -2)}y`
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$|\d/.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (word.endsWith('ves')) {
    const [, stem, middle] = /^(.*(?:shel|wol|loa|scar|hoo|(kni|wi)))ves$/.exec(word) ?? []
    if (stem !== undefined) return middle ? `${stem}fe` : `${stem}f`
  }
  const without = /(?:ss|x|ch|sh|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
  return IRREGULAR.get(without) ?? without // for "womens"
}

const STOP_WORDS = new Set(['a', 'an', 'and', 'but', 'for', 'from', 'in', 'of', 'or', 'the', 'to', 'with'])

/** Returns whether a word is ignored when the query has other words. */
export const isStopWord = (word: string) => STOP_WORDS.has(word)
