// Invented series names, which keep product names unique and let the vocabulary grow in catalogues of up to a million
// products.

const CONSONANTS = 'bdfghklmnprstvwz'
const VOWELS = 'aeio'
const ENDS = ['', 'n', 'r', 'l', 's', 'x', 'th', 'rn', 'nd', 'sk', 'lm', 'rt']
const SYLLABLES = CONSONANTS.length * VOWELS.length
const WORDS = SYLLABLES ** 3 * ENDS.length
const STEP = 1_900_813 // coprime with WORDS, so every word occurs once and neighbours look different
const PER_SERIES = 6

/**
 * Returns a function that returns the series name for a product, given the indexes of category and product: "Torivan",
 * "Torivan 2" and so on, six products per series.
 */
export const surnameOf =
  (leaves: number) =>
  (leaf: number, index: number): string => {
    const series = Math.floor(index / PER_SERIES) * leaves + leaf
    const within = index % PER_SERIES
    return within === 0 ? inventedWord(series) : `${inventedWord(series)} ${within + 1}`
  }

/** Returns the invented word with this number. Throws RangeError if there are not that many (about three million). */
function inventedWord(number: number): string {
  if (number >= WORDS) throw new RangeError(`only ${WORDS} words can be invented`)
  let rest = (number * STEP) % WORDS
  const end = ENDS[rest % ENDS.length]!
  rest = Math.floor(rest / ENDS.length)
  let word = ''
  for (let syllable = 0; syllable < 3; syllable++) {
    const at = rest % SYLLABLES
    word += CONSONANTS[at % CONSONANTS.length]! + VOWELS[Math.floor(at / CONSONANTS.length)]!
    rest = Math.floor(rest / SYLLABLES)
  }
  return word[0]!.toUpperCase() + word.slice(1) + end
}
