import { describe, expect, it } from 'vitest'
import { slugOf, uniqueSlugs } from './slug'

describe('slugs of values that stand beside each other', () => {
  it('are plain where nothing is in the way', () => {
    expect(uniqueSlugs(['Tallow & Sons', 'Łódź', 'Ørsted'])).toEqual(['tallow-sons', 'lodz', 'orsted'])
  })

  it('tell apart what would have the same, or none at all', () => {
    const slugs = uniqueSlugs(['A+B', 'A B', '株式会社', '!!!'])
    expect(new Set(slugs).size).toBe(4)
    expect(slugs[1]).toBe('a-b')
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('stay the same whatever order the values come in', () => {
    const values = ['A+B', 'A B', 'A-B', '株式会社']
    const bySlug = (texts: string[]) => new Map(uniqueSlugs(texts).map((slug, index) => [slug, texts[index]]))
    expect(bySlug([...values].reverse())).toEqual(new Map([...bySlug(values)].reverse()))
  })

  it('are as they were for the one that keeps the plain slug', () => {
    expect(uniqueSlugs(['Halden', 'HALDEN'])).toContain(slugOf('Halden'))
  })
})
