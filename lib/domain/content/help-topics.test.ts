import { expect, it } from 'vitest'
import { helpTopics } from './help-topics'

it.each([
  ['return policy', ['returns']],
  ['How long does delivery take?', ['delivery']],
  ['shipping and refunds', ['delivery', 'returns']],
  ['privacy', ['privacy']],
  ['toy car', []],
])('%j is answered by %j', (query, pages) => {
  expect(helpTopics(query)).toEqual(pages)
})
