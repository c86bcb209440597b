import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { wholeNumber } from '@/lib/dev/launcher/whole-number'
import { isStopWord, type Stem } from '../analysis/inflect'
import { type Synonyms, Thesaurus } from '../analysis/synonyms'
import { sharedLengths, similarRanges } from '../analysis/terms'
import { foldedWords } from '../analysis/tokens'
import type { Product } from '../indexed-product'
import { SearchIndex } from '../search-index'
import { NO_SUGGESTIONS, type Query } from '../search-query'
import { restore, save } from '../snapshot/snapshot'
import { type Change, change, idOf, manyWeights, options, product, query } from '../testing/arbitraries'
import { bruteForce } from '../testing/brute-force'
import { bruteForceWords, distance, type Meaning } from '../testing/brute-force-text'

const runs = wholeNumber('NEXUS_PROPERTY_RUNS', 400)
const folder = mkdtempSync(join(tmpdir(), 'search-'))
const file = join(folder, 'snapshot')
afterAll(() => rmSync(folder, { recursive: true }))

/** Applies a change to the index and to the plain list of products that it should contain. */
async function apply(one: Change, index: SearchIndex, current: Map<string, Product>, seen: Map<string, Product>) {
  if ('upsert' in one) {
    current.set(one.upsert.id, one.upsert)
    seen.set(one.upsert.id, one.upsert)
    index.upsert(one.upsert)
  } else if ('restock' in one) {
    const known = seen.get(idOf(one.restock))
    if (!known) return index
    // If the options stay the same, so does the text: the row is updated in place, or a removed product returns.
    const { rating, discount, popularity } = one
    const variants = known.variants.map((old, i) => ({
      ...old,
      ...one.variants[i % one.variants.length]!,
      options: old.options,
      sku: old.sku,
    }))
    const restocked = { ...known, variants, rating, discount, popularity }
    current.set(known.id, restocked)
    index.upsert(restocked)
  } else if ('remove' in one) {
    current.delete(idOf(one.remove))
    index.remove(idOf(one.remove))
  } else if ('synonyms' in one) index.setSynonyms(one.synonyms)
  else if ('compact' in one) index.compact()
  else {
    await save(index, file, 'here')
    const restored = await restore(file, index.table.options)
    expect(restored?.cursor).toBe('here')
    return restored!.index
  }
  return index
}

function remembering(stem: Stem): Stem {
  const known = new Map<string, string>()
  return (word) => {
    const stemmed = known.get(word) ?? stem(word)
    known.set(word, stemmed)
    return stemmed
  }
}

const meaningOf = ({ table }: SearchIndex, thesaurus = new Thesaurus(table.stem)): Meaning => ({
  stem: remembering(table.stem),
  descriptions: table.options.descriptions,
  thesaurus,
})

function expectSame(index: SearchIndex, products: Product[], one: Query, meaning: Meaning) {
  expect(index.search(one)).toEqual(bruteForce(products, one, meaning))
  if (!one.text) return
  const result = bruteForce(products, { text: one.text, perPage: 3, facets: 'category' }, meaning)
  const words = bruteForceWords(products, one.text, 3, meaning)
  expect(index.suggest(one.text, 3)).toEqual(foldedWords(one.text).length > 0 ? { words, result } : NO_SUGGESTIONS)
  const total = (text: string) => bruteForce(products, { text, exact: true, facets: false }, meaning).total
  const corrections = index.corrections(one.text)
  expect(total(one.text) > 0 ? corrections.length : 0).toBe(0)
  const typed = one.text.match(/[^\s"“”„‟«»]+/g) ?? []
  const telling = typed.filter((word) => !foldedWords(word).every(isStopWord))
  const known = telling.filter((word) => total(`"${word}"`) > 0)
  // If a word has no results, corrections must keep the known words.
  const kept = telling.some((word) => total(word) === 0) ? known : []
  for (const [text, count] of corrections) {
    expect([count > 0, count], text).toEqual([true, total(text)])
    for (const word of kept) expect(text).toContain(word)
  }
}

test('hits and counts equal brute force after any sequence of changes, compactions and restores', async () => {
  const check = fc.asyncProperty(
    fc.array(product, { maxLength: 40 }),
    fc.array(change, { maxLength: 40 }),
    fc.array(query, { minLength: 1, maxLength: 12 }),
    options,
    async (loaded, changes, queries, how) => {
      const current = new Map(loaded.map((one) => [one.id, one]))
      const seen = new Map(current)
      let index = await SearchIndex.of(loaded, how)
      let synonyms: Synonyms | undefined
      for (const one of changes) {
        index = await apply(one, index, current, seen)
        if ('synonyms' in one) synonyms = one.synonyms
        if ('reload' in one && synonyms) index.setSynonyms(synonyms) // snapshots do not contain synonyms
      }
      const meaning = meaningOf(index, new Thesaurus(index.table.stem, synonyms))
      const products = [...current.values()].filter(({ variants }) => variants.length > 0)
      expect(index.size).toBe(products.length)
      for (const one of queries) expectSame(index, products, one, meaning)
    },
  )
  await fc.assert(check, { numRuns: runs })
}, 600_000)

test('a spec with more distinct numbers than fit a list has bars', async () => {
  const check = fc.asyncProperty(manyWeights, query, async (products, one) => {
    fc.pre(products[0]!.variants.length > 0)
    const index = await SearchIndex.of(products)
    expectSame(index, products, { ...one, text: undefined }, meaningOf(index))
  })
  await fc.assert(check, { numRuns: Math.ceil(runs / 10) })
}, 600_000)

test('similar words and prefixes are exactly those of the distance table', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 })
  const input = [fc.uniqueArray(word, { maxLength: 60 }), word, fc.constantFrom(1, 2), fc.boolean()] as const
  const check = fc.property(...input, (list, typed, edits, asPrefix) => {
    fc.pre(typed.length > edits)
    const terms = list.sort()
    const ranges = [...similarRanges({ terms, shared: sharedLengths(terms) }, typed, edits, asPrefix)]
    const beginnings = (term: string) =>
      asPrefix ? Array.from({ length: term.length }, (_, i) => term.slice(0, i + 1)) : [term]
    expect(ranges.flatMap(([from, to]) => terms.slice(from, to))).toEqual(
      terms.filter((term) => beginnings(term).some((part) => distance(part, typed) <= edits)),
    )
  })
  fc.assert(check, { numRuns: runs * 5 })
}, 600_000)
