import { describe, expect, it } from 'vitest'
import { ALL_REVIEWS, reviewPairs } from '@/lib/domain/reviews/review'
import { reviewChoiceSchema, reviewFormSchema, reviewsQuerySchema, voteFormSchema } from './reviews'

const typed = { rating: '4', title: 'Bright', text: 'I read by it.', author: 'Ines H.' }
const faults = (changes: Record<string, unknown>) =>
  reviewFormSchema.safeParse({ ...typed, ...changes }).error?.issues.map(({ path, message }) => [path[0], message]) ??
  []

describe('a typed review', () => {
  it('is cleaned of spaces, blank lines and invisible characters', () => {
    const review = reviewFormSchema.parse({
      ...typed,
      title: '  Bright\n and\u0000 \u202equiet ',
      text: ' One.\r\n\r\n\r\n\r\nTwo.\t\u2066three\u0007 ',
    })
    expect(review).toMatchObject({ rating: 4, title: 'Bright and quiet', text: 'One.\n\nTwo. three' })
  })

  it('may be in any script, and use emoji', () => {
    expect(reviewFormSchema.parse({ ...typed, title: 'ممتاز', text: '好 👍🏽 <b>bold</b>' })).toMatchObject({
      title: 'ممتاز',
      text: '好 👍🏽 <b>bold</b>',
    })
  })

  it.each<[Record<string, unknown>, string]>([
    [{ rating: undefined }, 'rating'],
    [{ rating: '6' }, 'rating'],
    [{ rating: '4.5' }, 'rating'],
    [{ title: '  ' }, 'title'],
    [{ title: 'x'.repeat(101) }, 'title'],
    [{ text: '\u200e\u0000 \n'.replace('\u200e', '') }, 'text'],
    [{ text: 'x'.repeat(2_001) }, 'text'],
    [{ author: undefined }, 'author'],
    [{ author: 'x'.repeat(61) }, 'author'],
  ])('is refused with a message for %j', (changes, field) => {
    expect(faults(changes)).toEqual([[field, expect.stringMatching(/^Please .+\.$/)]])
  })
})

describe('parameters of reviews', () => {
  const product = 'a'.repeat(24)

  it('default to all reviews, newest first', () => {
    expect(reviewsQuerySchema.parse({ product })).toEqual({ product, ...ALL_REVIEWS })
  })

  it.each([
    { product: '$ne' },
    { stars: '0' },
    { stars: '6' },
    { sort: 'random' },
    { page: '0' },
    { page: '-1' },
    { page: '1e9' },
    { variant: 'lamp' },
    { bought: 'no' },
  ])('are refused as %j', (changes) => {
    expect(reviewsQuerySchema.safeParse({ product, ...changes }).success).toBe(false)
  })

  it('limit the page number', () => {
    expect(reviewsQuerySchema.parse({ product, page: '999999' }).page).toBe(200)
  })

  it('ignore invalid parts of an address', () => {
    expect(reviewChoiceSchema.parse({ stars: '5', sort: 'nonsense', page: ['1', '2'] })).toEqual({
      ...ALL_REVIEWS,
      stars: 5,
    })
  })

  it('are read as they are written', () => {
    const choice = { stars: 4, variant: 'LAMP-BRASS', isBought: true, sort: 'helpful', page: 3 } as const
    expect(reviewChoiceSchema.parse(Object.fromEntries(reviewPairs(choice)))).toEqual(choice)
    expect(reviewPairs(ALL_REVIEWS)).toEqual([])
  })
})

it('a vote is for one review, yes or no', () => {
  const review = '00000000-0000-4000-8000-000000000000'
  expect(voteFormSchema.safeParse({ review, helpful: 'no' }).success).toBe(true)
  for (const wrong of [{ review, helpful: 'maybe' }, { review: "' OR 1=1", helpful: 'yes' }, {}])
    expect(voteFormSchema.safeParse(wrong).success).toBe(false)
})
