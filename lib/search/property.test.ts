import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { wholeNumber } from '@/lib/dev/whole-number'
import type { Product } from './product'
import type { Query } from './query'
import { SearchIndex } from './search-index'
import { restore, save } from './snapshot'
import { sharedLengths, similar } from './terms'
import { type Change, change, idOf, manyWeights, product, query } from './testing/arbitraries'
import { bruteForce, bruteForceWords, distance } from './testing/brute-force'

const runs = wholeNumber('NEXUS_PROPERTY_RUNS', 1200)
const folder = mkdtempSync(join(tmpdir(), 'search-'))
const file = join(folder, 'snapshot')
afterAll(() => rmSync(folder, { recursive: true }))

/** Makes the change to the index and, plainly, to what should be in it. */
async function apply(one: Change, index: SearchIndex, current: Map<string, Product>, seen: Map<string, Product>) {
  if ('upsert' in one) {
    current.set(one.upsert.id, one.upsert)
    seen.set(one.upsert.id, one.upsert)
    index.upsert(one.upsert)
  } else if ('restock' in one) {
    const known = seen.get(idOf(one.restock))
    if (!known) return index
    // The options stay, so that the text does too: it changes in place, or brings a removed product back.
    const { rating, discount, popularity } = one
    const variants = known.variants.map((old, i) => ({
      ...old,
      ...one.variants[i % one.variants.length]!,
      options: old.options,
    }))
    const restocked = { ...known, variants, rating, discount, popularity }
    current.set(known.id, restocked)
    index.upsert(restocked)
  } else if ('remove' in one) {
    current.delete(idOf(one.remove))
    index.remove(idOf(one.remove))
  } else if ('compact' in one) index.compact()
  else {
    await save(index, file, 'here')
    const restored = await restore(file)
    expect(restored?.cursor).toBe('here')
    return restored!.index
  }
  return index
}

function expectSame(index: SearchIndex, products: Product[], one: Query) {
  expect(index.search(one)).toEqual(bruteForce(products, one))
  if (one.text) expect(index.suggest(one.text, 3).words).toEqual(bruteForceWords(products, one.text, 3))
}

test('whatever was loaded, changed, removed, compacted and restored, hits and counts equal brute force', async () => {
  const check = fc.asyncProperty(
    fc.array(product, { maxLength: 40 }),
    fc.array(change, { maxLength: 40 }),
    fc.array(query, { minLength: 1, maxLength: 12 }),
    async (loaded, changes, queries) => {
      const current = new Map(loaded.map((one) => [one.id, one]))
      const seen = new Map(current)
      let index = await SearchIndex.of(loaded)
      for (const one of changes) index = await apply(one, index, current, seen)
      const products = [...current.values()].filter(({ variants }) => variants.length > 0)
      expect(index.size).toBe(products.length)
      for (const one of queries) expectSame(index, products, one)
    },
  )
  await fc.assert(check, { numRuns: runs })
}, 600_000)

test('a spec with more different numbers than a list can show is told as bars', async () => {
  const check = fc.asyncProperty(manyWeights, query, async (products, one) => {
    fc.pre(products[0]!.variants.length > 0)
    expectSame(await SearchIndex.of(products), products, { ...one, text: undefined })
  })
  await fc.assert(check, { numRuns: Math.ceil(runs / 10) })
}, 600_000)

test('words within some edits, or beginning so, are exactly those that the distance table gives', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 })
  const input = [fc.uniqueArray(word, { maxLength: 60 }), word, fc.constantFrom(1, 2), fc.boolean()] as const
  const check = fc.property(...input, (list, typed, edits, asPrefix) => {
    fc.pre(typed.length > edits)
    const terms = list.sort()
    const ranges = [...similar({ terms, shared: sharedLengths(terms) }, typed, edits, asPrefix)]
    const beginnings = (term: string) =>
      asPrefix ? Array.from({ length: term.length }, (_, i) => term.slice(0, i + 1)) : [term]
    expect(ranges.flatMap(([from, to]) => terms.slice(from, to))).toEqual(
      terms.filter((term) => beginnings(term).some((part) => distance(part, typed) <= edits)),
    )
  })
  fc.assert(check, { numRuns: runs * 5 })
}, 600_000)
