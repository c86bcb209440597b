import { expect, it } from 'vitest'
import { shortMoney } from './money'

it('an amount inside a sentence shows cents only if there are some', () => {
  expect([6000, 490, 124_900, 0].map(shortMoney)).toEqual(['€60', '€4.90', '€1,249', '€0'])
})
