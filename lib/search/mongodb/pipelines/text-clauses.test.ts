import type { Document } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { NO_SUGGESTIONS } from '@/lib/search/search-query'
import { idOf } from '@/lib/search/testing/products'
import { token } from '../mapping/document'
import { searchMongodb, suggestMongodb } from '../mongodb-search'
import { meta, recording, sentFor } from '../testing/recording'

describe('a text', () => {
  const clauses = async (text: string) => (await sentFor({ text })).hits.compound.must

  it('matches each word in every field, scored by field, and by synonym', async () => {
    const [word, ...more] = await clauses('Smörgås ')
    expect(more).toEqual([])
    expect(word.compound.minimumShouldMatch).toBe(1)
    expect(word.compound.should).toEqual(
      [
        ['head', 40],
        ['name', 28],
        ['brand', 24],
        ['places', 16],
        ['about', 8],
        ['description', 4],
      ].map(([path, value]) => ({
        text: { query: 'smoergaas', path, synonyms: 'shop', score: { constant: { value } } },
      })),
    )
  })

  it('matches the last word as a prefix until a space follows it', async () => {
    const [first, last] = await clauses('red sh')
    expect(JSON.stringify(first)).not.toContain('autocomplete')
    expect(last.compound.should).toContainEqual({
      autocomplete: { query: 'sh', path: 'name', score: { constant: { value: 21 } } },
    })
    expect(JSON.stringify(await clauses('red sh '))).not.toContain('autocomplete')
  })

  it('matches quoted words as a phrase', async () => {
    const [phrase, ...words] = await clauses('"Noise  Cancelling" head')
    expect(phrase).toEqual({
      phrase: { query: 'noise cancelling', path: ['head', 'name', 'brand', 'places', 'about', 'description'] },
    })
    expect(words).toHaveLength(1)
  })

  it('excludes words after a hyphen outside descriptions, and is not cut by them', async () => {
    const { hits } = await sentFor({ text: 'shoes -red -Größe ', exact: true })
    const [word, without, ...more] = hits.compound.must
    expect(more).toEqual([])
    expect(JSON.stringify(word)).toContain('"shoes"')
    expect(without.compound.mustNot).toHaveLength(2)
    expect(JSON.stringify(without)).toContain('"query":"red"')
    expect(JSON.stringify(without)).not.toContain('description')
  })

  it('that is complete has no prefixes, and searches descriptions only if nothing else matches', async () => {
    expect(JSON.stringify((await sentFor({ text: 'red sh', exact: true })).metas)).not.toMatch(
      /autocomplete|description/,
    )
    const { target, sent } = recording(([stage]) =>
      stage?.$searchMeta && !JSON.stringify(stage).includes('description') ? [meta(0)] : undefined,
    )
    const result = await searchMongodb(target, { text: 'storm', exact: true, facets: false })
    expect(result).toMatchObject({ total: 1, weakMatch: 'descriptions' })
    expect(JSON.stringify(sent)).not.toContain('fuzzy')
  })

  it('that may be a SKU matches it above words, and as a prefix', async () => {
    const [either] = await clauses('NX-204')
    expect(await clauses('nx 204')).toMatchObject([either])
    expect(either.compound.should.slice(1)).toEqual([
      { equals: { path: 'skus', value: 'nx204', score: { constant: { value: 1_000 } } } },
      { autocomplete: { query: 'nx204', path: 'skus', score: { constant: { value: 500 } } } },
    ])
  })

  it('is forgiven typos only if nothing matches: one from four letters, two from eight', async () => {
    const { target, sent } = recording(([stage]) =>
      stage?.$searchMeta && !JSON.stringify(stage).includes('fuzzy') ? [meta(0)] : undefined,
    )
    const { total } = await searchMongodb(target, { text: 'the lamq wirelesss ', facets: false })
    const edits = (text: Document) => text.compound.should.flatMap((one: Document) => one.text?.fuzzy?.maxEdits ?? [])
    const forgiving = sent.flatMap(([stage]) => stage?.$search ?? []).at(-1)
    expect(forgiving?.compound.must.map(edits)).toEqual([[], [1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2]])
    expect(total).toBe(1)
    expect(JSON.stringify((await sentFor({ text: 'lamq' })).metas)).not.toContain('fuzzy')
  })

  it('is cut to the limits', async () => {
    expect(await clauses(`${'w '.repeat(50)}`)).toHaveLength(12)
    expect(JSON.stringify(await clauses('x'.repeat(10_000))).length).toBeLessThan(4_000)
  })
})

describe('a suggestion', () => {
  it('completes the last word with words of the hits, counted together with the words before it', async () => {
    const { target, sent } = recording(([stage]) =>
      stage?.$search?.compound.filter.length === 1 && stage.$search.compound.must.length === 2
        ? [
            { _id: idOf(1), name: 'Red shirt', brand: 'Shore', about: 'cotton', variants: [] },
            { _id: idOf(2), name: 'Red shirt', brand: 'Zeta', about: 'shiny', variants: [] },
          ]
        : undefined,
    )
    const { words } = await suggestMongodb(target, 'red sh', 2)
    expect(words.map(([word]) => word)).toEqual(['shirt', 'shiny'])
    const counted = sent.flatMap(([stage]) => (JSON.stringify(stage).includes('"shirt"') ? [stage?.$searchMeta] : []))
    expect(counted[0]?.count).toEqual({ type: 'total' })
    expect(JSON.stringify(counted[0])).toContain('"query":"red"')
  })

  it('for an empty text is empty', async () => {
    const { target } = recording()
    expect(await suggestMongodb(target, '  ', 5)).toEqual(NO_SUGGESTIONS)
  })
})

it('a token keeps the type of its value', () => {
  expect([token(16), token('16'), token(true)]).toEqual(['n:16', 's:16', 'b:true'])
})
