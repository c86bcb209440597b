import { describe, expect, it } from 'vitest'
import { slugOf, uniqueSlugs } from './slug'

describe('unique slugs', () => {
  it('are plain if there is no conflict', () => {
    expect(uniqueSlugs(['Tallow & Sons', 'Łódź', 'Ørsted'])).toEqual(['tallow-sons', 'lodz', 'orsted'])
  })

  it('differ for texts with the same slug or none', () => {
    const slugs = uniqueSlugs(['A+B', 'A B', '株式会社', '!!!'])
    expect(new Set(slugs).size).toBe(4)
    expect(slugs[1]).toBe('a-b')
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('do not depend on the order of the texts', () => {
    const values = ['A+B', 'A B', 'A-B', '株式会社']
    const bySlug = (texts: string[]) => new Map(uniqueSlugs(texts).map((slug, index) => [slug, texts[index]]))
    expect(bySlug([...values].reverse())).toEqual(new Map([...bySlug(values)].reverse()))
  })

  it('keep the plain slug for the alphabetically first text', () => {
    expect(uniqueSlugs(['Halden', 'HALDEN'])).toContain(slugOf('Halden'))
  })
})
