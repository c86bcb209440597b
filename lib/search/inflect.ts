/** The word that stands for a word and its inflections. It need not be a word itself. */
export type Stem = (word: string) => string

/** How the words of a catalogue are inflected. */
export const LANGUAGES = ['en', 'da', 'de', 'es', 'fi', 'fr', 'it', 'nb', 'nl', 'pt', 'sv'] as const
export type Language = (typeof LANGUAGES)[number]

const loads: Record<Exclude<Language, 'en'>, () => Promise<{ stemmer: Stem }>> = {
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
 * The stems of a language, from folded words. English goes by its plurals alone: Porter's stemmer makes one word of
 * "organic" and "organizer". The others are Snowball's (snowballstem.org). Numbers and models have no inflections.
 */
export async function stemOf(language: Language): Promise<Stem> {
  if (language === 'en') return english
  const { stemmer } = await loads[language]()
  return (word) => (word.length < 4 || /\d/.test(word) ? word : stemmer(word))
}

const IRREGULAR = new Map(
  Object.entries({
    men: 'man',
    women: 'woman',
    children: 'child',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    geese: 'goose',
    people: 'person',
    potatoes: 'potato',
    tomatoes: 'tomato',
    heroes: 'hero',
    echoes: 'echo',
    torpedoes: 'torpedo',
    knives: 'knife',
    wives: 'wife',
    shelves: 'shelf',
    scarves: 'scarf',
    loaves: 'loaf',
    leaves: 'leaf',
    wolves: 'wolf',
    halves: 'half',
    calves: 'calf',
    elves: 'elf',
    hooves: 'hoof',
    buses: 'bus',
    gases: 'gas',
    lenses: 'lens',
    jeans: 'jeans',
    series: 'series',
    species: 'species',
    movies: 'movie',
    cookies: 'cookie',
    brownies: 'brownie',
    hoodies: 'hoodie',
    selfies: 'selfie',
    beanies: 'beanie',
    smoothies: 'smoothie',
    calories: 'calorie',
    batteries: 'battery',
    axes: 'axe',
  }),
)

/** Plurals only, after Harman's S-stemmer ("How effective is suffixing?", 1991) with its -ses/-xes/-ches fault mended. */
export function english(word: string): string {
  if (word.length < 3) return word
  const last = word.charCodeAt(word.length - 1)
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (last !== 115 || word.length < 4 || /(?:ss|us|is)$|\d/.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  const without = /(?:ss|x|ch|sh|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
  return IRREGULAR.get(without) ?? without // womens
}

const LITTLE_WORDS = new Set(['a', 'an', 'and', 'for', 'from', 'in', 'of', 'or', 'the', 'to', 'with'])

/** Words that a shopper puts between those that say something; beside others they don't count. */
export const isLittle = (word: string) => LITTLE_WORDS.has(word)
