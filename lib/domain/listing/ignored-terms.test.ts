import { expect, it } from 'vitest'
import { ignoredTermsOf } from './ignored-terms'

const grouped = (originalQuery: string, ...ignoredTerms: string[]) => ignoredTermsOf({ originalQuery, ignoredTerms })

it('what no product says is told apart from words that were left out', () => {
  expect(grouped('sugar free nike chocolate', 'sugar', 'nike')).toEqual({
    unsaid: ['sugar'],
    sizes: [],
    others: ['nike'],
  })
  expect(grouped('phone without touch screen', 'touch', 'screen')).toMatchObject({ unsaid: ['touch screen'] })
})

it('a size and its number stay together', () => {
  expect(grouped('kids shoes size 30', 'kids', 'size', '30')).toEqual({
    unsaid: [],
    sizes: ['size 30'],
    others: ['kids'],
  })
  expect(grouped('t shirt XXXL', 'XXXL')).toMatchObject({ sizes: ['XXXL'], others: [] })
})
