import { CODE_SCORE, DESCRIPTION, editsAllowed, fieldOfTerm, fieldsOf, QUALITY, WEIGHTS } from '../analysis/fields'
import type { Stem } from '../analysis/inflect'
import { type Part, partsOf } from '../analysis/query-parts'
import type { Thesaurus } from '../analysis/synonyms'
import { codeOf, foldedWords, spellingOf, targetOf, wordOf } from '../analysis/tokens'
import type { Product } from '../indexed-product'
import { weaknessOf } from '../query/matching'
import { phraseFields } from '../query/phrases'

/** What determines the meaning of a text, apart from the products. */
export interface Meaning {
  stem: Stem
  descriptions: boolean
  thesaurus: Thesaurus
}

/**
 * Returns the products that match all parts and none of the excluded ones, and their scores. If all parts are exact,
 * descriptions count only if nothing matches without them.
 */
export function scoresOf(products: Product[], parts: Part[], meaning: Meaning) {
  const wanted = parts.filter(({ isExcluded }) => !isExcluded)
  const brief = { ...meaning, descriptions: false }
  const isExact = wanted.length > 0 && wanted.every((part) => part.isExact)
  const outside = isExact ? scoresOfAll(products, wanted, brief) : new Map<Product, number>()
  const all = outside.size > 0 ? outside : scoresOfAll(products, wanted, meaning)
  const excluded = parts.flatMap((part) => (part.isExcluded ? [...scoresOfPart(products, part, brief).keys()] : []))
  const scores = new Map([...all].filter(([product]) => !excluded.includes(product)))
  const highest = Math.max(0, ...scores.values())
  return { scores, weakMatch: isExact ? weaknessOf(highest, { isFound: outside.size > 0, parts: wanted }) : undefined }
}

function scoresOfAll(products: Product[], parts: Part[], meaning: Meaning): Scores {
  let scores = new Map(products.map((product) => [product, 0]))
  for (const part of parts) {
    const found = scoresOfPart(products, part, meaning)
    const both = [...scores].filter(([product]) => found.has(product))
    scores = new Map(both.map(([product, score]) => [product, score + found.get(product)!]))
  }
  return scores
}

type Scores = Map<Product, number>

const hasSku = (products: Product[]) => (code: string) =>
  products.some(({ variants }) => variants.some(({ sku }) => codeOf(sku) === code))

/** Returns how `partsOf` asks whether a product has a SKU or a word. */
export const knownTo = (products: Product[], meaning: Meaning) => ({
  isSku: hasSku(products),
  isWord: (word: string) => products.some((product) => termsOf(product, meaning).some((term) => term.word === word)),
})

/**
 * Returns the products that match a part, by all its words or by an alternative, with the higher score. Typos are
 * allowed only if no alternative matches. A word with an apostrophe may also be split there, which is tried before
 * typos.
 */
function scoresOfPart(products: Product[], part: Part, meaning: Meaning): Scores {
  const others = scored(products, (product) => alternativeScore(product, part, meaning))
  if (others.size === 0 && part.split.length > 0) {
    const exact = scoresOfWords(products, part, 'exact', meaning)
    const split = { ...part, words: part.split, isPrefix: false }
    const found = exact.size > 0 ? exact : scoresOfWords(products, split, 'exact', meaning)
    if (found.size > 0) return found
  }
  const own = scoresOfWords(
    products,
    part,
    part.isPhrase || part.isExact || others.size > 0 ? 'exact' : 'forgiving',
    meaning,
  )
  return scored(products, (product) => Math.max(own.get(product) ?? 0, others.get(product) ?? 0))
}

function scoresOfWords(products: Product[], part: Part, how: 'exact' | 'forgiving', meaning: Meaning): Scores {
  const own = part.words.map((word, index) =>
    scoresOfWord(
      products,
      {
        word,
        isPrefix: part.isPrefix && index === part.words.length - 1,
        edits: how === 'exact' ? 0 : editsAllowed(word),
      },
      meaning,
    ),
  )
  return scored(products, (product) => {
    const hasAll = own.every((found) => found.has(product))
    const isPhraseMet = !part.isPhrase || hasPhrase(product, part.words, meaning.stem)
    return hasAll && isPhraseMet ? own.reduce((sum, found) => sum + found.get(product)!, 0) : 0
  })
}

const scored = (products: Product[], scoreOf: (product: Product) => number): Scores =>
  new Map(products.map((product) => [product, scoreOf(product)] as const).filter(([, score]) => score > 0))

function alternativeScore(
  product: Product,
  { words, code, isPrefix, isPhrase, synonyms }: Part,
  meaning: Meaning,
): number {
  const count = words.length
  const asSynonyms = synonyms.map((synonym) => {
    const scores = synonym.map(
      (word) => fieldScore(product, isInflection(word, meaning.stem), meaning) * QUALITY.synonym,
    )
    if (scores.includes(0) || !hasPhrase(product, synonym, meaning.stem)) return 0
    return Math.floor((count * scores.reduce((sum, score) => sum + score)) / synonym.length)
  })
  if (code === '') return Math.max(0, ...asSynonyms)
  const skus = product.variants.map(({ sku }) => codeOf(sku))
  const bySku = skus.includes(code)
    ? (count + 1) * CODE_SCORE
    : isPrefix && isBeginning(code) && skus.some((sku) => sku.startsWith(code))
      ? count * WEIGHTS[0]! * QUALITY.prefix
      : 0
  const asOne = count > 1 && !isPhrase ? count * exactOrPrefixScore(product, code, isPrefix, meaning) : 0
  return Math.max(0, ...asSynonyms, bySku, asOne)
}

/** Returns whether a code may be a prefix; short codes and codes without digits would match too many SKUs. */
export const isBeginning = (code: string) => code.length >= 4 && /\d/.test(code)

interface Typed {
  word: string
  isPrefix: boolean
  edits: number
}

/**
 * Scores products by a word. If no product has it, scores by words one edit away, then two, and by their inflections.
 */
function scoresOfWord(products: Product[], { word, isPrefix, edits }: Typed, meaning: Meaning): Scores {
  const found = scored(products, (product) => exactOrPrefixScore(product, word, isPrefix, meaning))
  for (let edit = 1; edit <= edits && found.size === 0; edit++) {
    const near = products
      .flatMap((product) => termsOf(product, meaning))
      .filter((term) => isNear(term.word, word, edit, isPrefix))
    const stems = new Set(near.map(({ target }) => meaning.stem(target)))
    const quality = edit === 1 ? QUALITY.typo1 : QUALITY.typo2
    for (const [product, score] of scored(products, (product) =>
      fieldScore(product, ({ target }) => stems.has(meaning.stem(target)), meaning),
    ))
      found.set(product, score * quality)
  }
  return found
}

function exactOrPrefixScore(product: Product, word: string, isPrefix: boolean, meaning: Meaning): number {
  const exact = fieldScore(product, isInflection(word, meaning.stem), meaning) * QUALITY.exact
  const asPrefix = isPrefix ? fieldScore(product, (term) => term.word.startsWith(word), meaning) * QUALITY.prefix : 0
  return Math.max(exact, asPrefix)
}

const isInflection =
  (typed: string, stem: Stem) =>
  ({ word, target }: Term) =>
    word === typed || stem(target) === stem(typed)

function isNear(term: string, word: string, edits: number, asBeginning: boolean): boolean {
  const beginnings = asBeginning ? Array.from({ length: term.length }, (_, i) => term.slice(0, i + 1)) : [term]
  return beginnings.some((beginning) => distance(beginning, word) <= edits)
}

/** Returns the weight of the most significant field that has a matching term. */
const fieldScore = (product: Product, is: (term: Term) => boolean, meaning: Meaning): number =>
  Math.max(0, ...termsOf(product, meaning).map((term) => (is(term) ? WEIGHTS[term.field]! : 0)))

function hasPhrase(product: Product, phrase: string[], stem: Stem): boolean {
  if (phrase.length === 1) return true
  const wanted = ` ${phrase.map(stem).join(' ')} `
  return phraseFields(product).some((text) => ` ${foldedWords(text).map(stem).join(' ')} `.includes(wanted))
}

interface Term {
  term: string
  word: string
  /** The word whose inflections match the term: the term's own word, or the original word if the term is an alias. */
  target: string
  field: number
}
const termsKnown = [new WeakMap<Product, Term[]>(), new WeakMap<Product, Term[]>()]
function termsOf(product: Product, { descriptions }: Meaning): Term[] {
  const known = termsKnown[Number(descriptions)]!
  let terms = known.get(product)
  if (!terms) {
    const fields = fieldOfTerm(fieldsOf(product, descriptions))
    terms = Array.from(fields, ([term, field]) => ({ term, word: wordOf(term), target: targetOf(term), field }))
    known.set(product, terms)
  }
  return terms
}

/**
 * Returns completions of the last word, with the number of products that match the completion (or an inflection of it)
 * and all parts before it.
 */
export function bruteForceWords(
  products: Product[],
  text: string,
  limit: number,
  meaning: Meaning,
): [string, number][] {
  const parts = partsOf(text, meaning.thesaurus, { keepStopWords: true, ...knownTo(products, meaning) })
  const last = parts.pop()
  if (!last || last.isPhrase) return []
  const before = last.code === '' ? last.words.slice(0, -1) : []
  if (before.length > 0) parts.push({ ...last, words: before, isPrefix: false, synonyms: [], split: [] })
  const among = [...scoresOf(products, parts, meaning).scores.keys()]
  const word = last.code || last.words.at(-1)!
  const terms = among.flatMap((product) => termsOf(product, meaning).map((term) => ({ ...term, product })))
  for (let edits = 0; edits <= editsAllowed(word); edits++) {
    const matching = terms.filter((term) =>
      edits === 0 ? term.word.startsWith(word) : isNear(term.word, word, edits, true),
    )
    const best = [...new Set(matching.map((term) => meaning.stem(term.target)))].flatMap((stem): [string, number][] => {
      const family = terms.filter((term) => meaning.stem(term.target) === stem)
      if (family.every(({ field }) => field === DESCRIPTION)) return []
      const spellings = new Map<string, number>()
      const own = matching.filter(({ target }) => meaning.stem(target) === stem)
      for (const term of new Set(own.map(({ term }) => term))) {
        const count = own.filter((other) => other.term === term).length
        spellings.set(spellingOf(term), Math.max(spellings.get(spellingOf(term)) ?? 0, count))
      }
      return [[[...spellings].sort(mostFirst)[0]![0], new Set(family.map(({ product }) => product)).size]]
    })
    if (best.length > 0) return best.sort(mostFirst).slice(0, limit)
  }
  return []
}

const mostFirst = ([a, m]: [string, number], [b, n]: [string, number]) => n - m || (a < b ? -1 : 1)

/** Returns the edit distance: the number of insertions, deletions, substitutions and transpositions. */
export function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
  const key = `${a}\0${b}`
  const known = distances.get(key)
  if (known !== undefined) return known
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  const result = Math.min(
    distance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
    distance(x, b) + 1,
    distance(a, y) + 1,
    swapped ? distance(x.slice(0, -1), y.slice(0, -1)) + 1 : Infinity,
  )
  if (distances.size > 1e6) distances.clear()
  distances.set(key, result)
  return result
}
const distances = new Map<string, number>()
