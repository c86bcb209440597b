import { ObjectId } from 'mongodb'
import { MAX_TIME_MS, products } from '@/lib/db/mongo'
import type { SearchEngine } from '@/lib/search/search-engine'
import type { Filter, Query, Result, Sort } from '@/lib/search/search-query'
import { type Rng, random } from '@/prisma/seed-data/random'

const NAMES = 400
const NAMES_AT_ONCE = 10
const SORTS: Sort[] = ['relevance', 'price', 'newest', '-price', 'discount']

/**
 * A kind of listing. `query` returns a different query in each round, because repeated queries may be answered from a
 * cache.
 */
export interface Kind {
  name: string
  goal: string
  rounds: number
  query(round: number): Query
}

export interface Questions {
  listings: Kind[]
  /** Returns a query for a category with a tenth of all products, with all counts. */
  tenth(round: number): Query
  /** Returns the first letters of a query, for which suggestions are requested while it is being typed. */
  begun(letters: number, round: number): string
}

/** Derives queries from the catalogue's categories, facet values and product names. */
export async function questionsFor(engine: SearchEngine): Promise<Questions> {
  const rng = random('bench')
  const all = await engine.search({ perPage: 0 })
  const [tenth, quarter] = [nodeOf(all, 0.1), nodeOf(all, 0.25)]
  const filters = filtersOf(await engine.search({ category: tenth, perPage: 0 }))
  const names = await someNames(rng)
  const listing = (round: number): Query => ({ sort: SORTS[round % 5]!, page: 1 + (Math.floor(round / 5) % 400) })
  const wordsOf = (round: number) => names[round % names.length]!
  const twoWords = (round: number) => rng.some(wordsOf(round), 2)
  return {
    listings: [
      {
        name: 'category of a tenth, all counts',
        goal: '20',
        rounds: 240,
        query: (n) => ({ ...listing(n), category: tenth }),
      },
      {
        name: '… with three filters',
        goal: '20',
        rounds: 240,
        query: (n) => ({ ...listing(n), category: tenth, filters: filters(rng) }),
      },
      { name: 'branch of a quarter', goal: '60', rounds: 160, query: (n) => ({ ...listing(n), category: quarter }) },
      { name: 'whole catalogue, new', goal: '130', rounds: 80, query: listing },
      {
        name: 'search, two words, all counts',
        goal: '25',
        rounds: 240,
        query: (n) => ({ text: twoWords(n).join(' ') }),
      },
      {
        name: 'search, one common word',
        goal: '25',
        rounds: 160,
        query: (n) => ({ ...listing(n), text: wordsOf(n)[0]! }),
      },
      {
        name: 'search with typos',
        goal: '40',
        rounds: 240,
        query: (n) => ({
          text: twoWords(n)
            .map((word) => misspelt(rng, word))
            .join(' '),
        }),
      },
    ],
    tenth: (n) => ({ ...listing(n), category: tenth }),
    begun: (letters, round) => rng.pick(wordsOf(round)).slice(0, letters),
  }
}

/** Returns the category whose share of all products is closest to `share`. */
function nodeOf({ facets, total }: Result, share: number): string {
  const sizes = new Map<string, number>()
  for (const [leaf, count] of facets.category?.values ?? []) {
    const slugs = String(leaf).split('/')
    for (let depth = 1; depth <= slugs.length; depth++) {
      const path = slugs.slice(0, depth).join('/')
      sizes.set(path, (sizes.get(path) ?? 0) + count)
    }
  }
  const [best] = [...sizes].sort(([, a], [, b]) => Math.abs(a / total - share) - Math.abs(b / total - share))
  if (!best) throw new Error('The catalogue has no categories')
  return best[0]
}

/** Returns a function that draws filters: two brands, two values of a spec, and a price range. */
function filtersOf({ facets }: Result): (rng: Rng) => Record<string, Filter> {
  const brands = (facets.brand?.values ?? []).map(([value]) => value)
  const specs = Object.entries(facets).flatMap(([key, { values = [] }]) =>
    key.startsWith('spec.') && values.length > 2 ? [[key, values.slice(0, 8).map(([value]) => value)] as const] : [],
  )
  const { min, max } = { min: 0, max: 100_000, ...facets.price }
  return (rng) => {
    const [key, values] = rng.pick(specs)
    const from = min + Math.floor((rng.next() * (max - min)) / 20)
    return { brand: rng.some(brands, 2), [key]: rng.some(values, 2), price: { min: from, max } }
  }
}

/** Returns the words of some product names, in lower case. */
async function someNames(rng: Rng): Promise<string[][]> {
  const names: string[][] = []
  for (let tries = 0; names.length < NAMES && tries < NAMES; tries++) {
    const from = new ObjectId(Array.from({ length: 24 }, () => rng.int(0, 15).toString(16)).join(''))
    const options = { projection: { name: 1 }, limit: NAMES_AT_ONCE, maxTimeMS: MAX_TIME_MS }
    for await (const { name } of products()
      .find({ _id: { $gte: from } }, options)
      .sort({ _id: 1 })) {
      const words = name.toLowerCase().match(/\p{L}{4,}/gu) ?? []
      if (words.length > 1) names.push(words)
    }
  }
  return names
}

/** Returns the word with one typo, or with two typos if it is long. */
function misspelt(rng: Rng, word: string): string {
  const swapped = (text: string) => {
    const at = rng.int(1, text.length - 2)
    return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  }
  const at = rng.int(1, word.length - 1)
  const wrong = word.slice(0, at) + rng.pick([...'aeiourst']) + word.slice(at + 1)
  return word.length >= 8 ? swapped(wrong) : rng.chance(0.5) ? swapped(word) : wrong
}
