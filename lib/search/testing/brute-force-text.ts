import type { Stem } from '../analysis/inflect'
import type { Thesaurus } from '../analysis/synonyms'
import {
  CODE_SCORE,
  codeOf,
  DESCRIPTION,
  editsAllowed,
  fieldOfTerm,
  fieldsOf,
  foldedWords,
  QUALITY,
  spellingOf,
  WEIGHTS,
  wordOf,
} from '../analysis/text'
import { type Part, partsOf } from '../analysis/typed'
import type { Product } from '../indexed-product'
import { phraseFields } from '../query/phrases'

/** What texts mean beside the products. */
export interface Meaning {
  stem: Stem
  descriptions: boolean
  thesaurus: Thesaurus
}

/** The products that say all parts, and what they score. */
export function scoresOf(products: Product[], parts: Part[], meaning: Meaning): Map<Product, number> {
  let scores = new Map(products.map((product) => [product, 0]))
  for (const part of parts) {
    const found = scoresOfPart(products, part, meaning)
    const both = [...scores].filter(([product]) => found.has(product))
    scores = new Map(both.map(([product, score]) => [product, score + found.get(product)!]))
  }
  return scores
}

type Scores = Map<Product, number>

/** A part is said by all its words, or in another way; the better counts. Where another way is found, no typos are forgiven. */
function scoresOfPart(products: Product[], part: Part, meaning: Meaning): Scores {
  const others = scored(products, (product) => alternativeScore(product, part, meaning))
  const edits = (word: string) => (part.isPhrase || others.size > 0 ? 0 : editsAllowed(word))
  const own = part.words.map((word, index) =>
    scoresOfWord(
      products,
      { word, isPrefix: part.isPrefix && index === part.words.length - 1, edits: edits(word) },
      meaning,
    ),
  )
  return scored(products, (product) => {
    const hasAll = own.every((found) => found.has(product))
    const stands = !part.isPhrase || standsIn(product, part.words, meaning.stem)
    const ownScore = hasAll && stands ? own.reduce((sum, found) => sum + found.get(product)!, 0) : 0
    return Math.max(ownScore, others.get(product) ?? 0)
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
    const worths = synonym.map((word) => worthOf(product, isInflection(word, meaning.stem), meaning) * QUALITY.synonym)
    if (worths.includes(0) || !standsIn(product, synonym, meaning.stem)) return 0
    return Math.floor((count * worths.reduce((sum, worth) => sum + worth)) / synonym.length)
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

/** Few letters, or letters alone, begin too many SKUs. */
export const isBeginning = (code: string) => code.length >= 4 && /\d/.test(code)

interface Typed {
  word: string
  isPrefix: boolean
  edits: number
}

/** A word that no product has is taken with one edit, then two: whatever is near, and its inflections. */
function scoresOfWord(products: Product[], { word, isPrefix, edits }: Typed, meaning: Meaning): Scores {
  const found = scored(products, (product) => exactOrPrefixScore(product, word, isPrefix, meaning))
  for (let edit = 1; edit <= edits && found.size === 0; edit++) {
    const vocabulary = new Set(products.flatMap((product) => termsOf(product, meaning).map(({ word }) => word)))
    const near = [...vocabulary].filter((term) => isNear(term, word, edit, isPrefix))
    const stems = new Set(near.map(meaning.stem))
    const quality = edit === 1 ? QUALITY.typo1 : QUALITY.typo2
    for (const [product, worth] of scored(products, (product) =>
      worthOf(product, (term) => stems.has(meaning.stem(term)), meaning),
    ))
      found.set(product, worth * quality)
  }
  return found
}

function exactOrPrefixScore(product: Product, word: string, isPrefix: boolean, meaning: Meaning): number {
  const exact = worthOf(product, isInflection(word, meaning.stem), meaning) * QUALITY.exact
  const asPrefix = isPrefix ? worthOf(product, (term) => term.startsWith(word), meaning) * QUALITY.prefix : 0
  return Math.max(exact, asPrefix)
}

const isInflection = (word: string, stem: Stem) => (term: string) => term === word || stem(term) === stem(word)

function isNear(term: string, word: string, edits: number, asBeginning: boolean): boolean {
  const beginnings = asBeginning ? Array.from({ length: term.length }, (_, i) => term.slice(0, i + 1)) : [term]
  return beginnings.some((beginning) => distance(beginning, word) <= edits)
}

/** The weight of the most telling field with such a word. */
const worthOf = (product: Product, is: (word: string) => boolean, meaning: Meaning): number =>
  Math.max(0, ...termsOf(product, meaning).map(({ word, field }) => (is(word) ? WEIGHTS[field]! : 0)))

function standsIn(product: Product, phrase: string[], stem: Stem): boolean {
  if (phrase.length === 1) return true
  const wanted = ` ${phrase.map(stem).join(' ')} `
  return phraseFields(product).some((text) => ` ${foldedWords(text).map(stem).join(' ')} `.includes(wanted))
}

interface Term {
  term: string
  word: string
  field: number
}
const termsKnown = [new WeakMap<Product, Term[]>(), new WeakMap<Product, Term[]>()]
function termsOf(product: Product, { descriptions }: Meaning): Term[] {
  const known = termsKnown[Number(descriptions)]!
  let terms = known.get(product)
  if (!terms) {
    const fields = fieldOfTerm(fieldsOf(product, descriptions))
    terms = Array.from(fields, ([term, field]) => ({ term, word: wordOf(term), field }))
    known.set(product, terms)
  }
  return terms
}

/** Completions of the last word, with the number of products that have it, or an inflection, and all the parts before. */
export function bruteForceWords(
  products: Product[],
  text: string,
  limit: number,
  meaning: Meaning,
): [string, number][] {
  const parts = partsOf(text, meaning.thesaurus, true)
  const last = parts.pop()
  if (!last || last.isPhrase) return []
  const before = last.code === '' ? last.words.slice(0, -1) : []
  if (before.length > 0) parts.push({ ...last, words: before, isPrefix: false, synonyms: [] })
  const among = [...scoresOf(products, parts, meaning).keys()]
  const word = last.code || last.words.at(-1)!
  const terms = among.flatMap((product) => termsOf(product, meaning).map((term) => ({ ...term, product })))
  for (let edits = 0; edits <= editsAllowed(word); edits++) {
    const matching = terms.filter((term) =>
      edits === 0 ? term.word.startsWith(word) : isNear(term.word, word, edits, true),
    )
    const best = [...new Set(matching.map((term) => meaning.stem(term.word)))].flatMap((stem): [string, number][] => {
      const family = terms.filter((term) => meaning.stem(term.word) === stem)
      if (family.every(({ field }) => field === DESCRIPTION)) return []
      const spellings = new Map<string, number>()
      for (const { term, word } of matching)
        if (meaning.stem(word) === stem) spellings.set(spellingOf(term), (spellings.get(spellingOf(term)) ?? 0) + 1)
      return [[[...spellings].sort(mostFirst)[0]![0], new Set(family.map(({ product }) => product)).size]]
    })
    if (best.length > 0) return best.sort(mostFirst).slice(0, limit)
  }
  return []
}

const mostFirst = ([a, m]: [string, number], [b, n]: [string, number]) => n - m || (a < b ? -1 : 1)

/** Letters added, dropped or changed, or two neighbours swapped. */
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
