import { describe, expect, it } from 'vitest'
import { isListingTag, subjectsOf, tags, tagsOf } from './cache'

const LAMP = 'a'.repeat(24)

describe('a change', () => {
  it('expires its products, every listing above them, and listings of the whole shop, each once', () => {
    const change = { productIds: [LAMP, LAMP], categories: ['home/lamps', 'home/chairs'] }
    expect(tagsOf(change).sort()).toEqual(
      [`product:${LAMP}`, 'listing:home', 'listing:home/lamps', 'listing:home/chairs', 'listing:*', 'absent'].sort(),
    )
  })

  it('of a collection expires it and the overview of collections', () => {
    expect(tagsOf({ collections: ['desk'] })).toEqual(['collection:desk', 'collections', 'absent'])
  })

  it('of nothing expires nothing', () => {
    expect(tagsOf({})).toEqual([])
    expect(tagsOf({ productIds: [], categories: [], home: false })).toEqual([])
  })

  it('can be read back from its tags', () => {
    const expired = tagsOf({ productIds: [LAMP], categories: ['home/lamps'], home: true, everything: true })
    expect(subjectsOf(expired)).toEqual({ productIds: [LAMP], categories: ['home', 'home/lamps'] })
  })
})

it('listings, collections and the home page change with many products; a product, the menu and settings do not', () => {
  const listed = [tags.all, tags.listing('lamps'), tags.collection('desk'), tags.collections, tags.home]
  expect(listed.filter(isListingTag)).toEqual(listed)
  expect([tags.product(LAMP), tags.menu, tags.settings, tags.absent, tags.everything].filter(isListingTag)).toEqual([])
})
