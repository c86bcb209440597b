import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { ALL_REVIEWS } from '@/lib/domain/reviews/review'
import { placeOrder } from '../checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput, jobsIn } from '../testing/fixtures'
import { deliver, givenArrivedOrder, givenReview, said, visitor } from '../testing/reviews'
import { hideReview, reportedReviews, showReview } from './moderation'
import { reviewPage, reviewsOfOrder, writeReview } from './reviews'
import { ratingOf, refreshRating } from './summary'
import { reportReview, voteOnReview, votesOf } from './votes'

let productId: string

beforeEach(async () => {
  await emptyStores()
  const lamp = await givenProduct({ sku: 'LAMP', options: { colour: 'Brass' }, onHand: 500 })
  productId = lamp._id.toHexString()
  await givenProduct({ sku: 'TABLE', onHand: 500 })
})

const pageOf = (changes: Partial<Parameters<typeof reviewPage>[0]> = {}) =>
  reviewPage({ product: productId, ...ALL_REVIEWS, ...changes })
const ratingOnDocument = async () => (await products().findOne({ 'variants.sku': 'LAMP' }))?.rating
const orderOf = async (...skus: string[]) =>
  (await placeOrder({ cartId: await givenCart(...skus.map((sku) => ({ sku }))), input: guestInput(1_490) })).id

describe('a review', () => {
  it('is shown at once, as a verified purchase with its variant', async () => {
    const orderId = await givenArrivedOrder('LAMP')
    await writeReview({ orderId, position: 0, review: said(4), visitor: visitor() })
    expect(await pageOf()).toMatchObject({
      summary: { average: 4, count: 1, histogram: [0, 0, 0, 1, 0] },
      reviews: [{ title: 'Bright and quiet', author: 'Ines H.', variant: 'Brass', isBought: true, isEdited: false }],
    })
  })

  it('can be edited by the same link, and remains one review', async () => {
    const orderId = await givenArrivedOrder('LAMP', 'TABLE')
    await writeReview({ orderId, position: 0, review: said(2), visitor: visitor() })
    await writeReview({ orderId, position: 0, review: said(5, { title: 'I was wrong' }), visitor: visitor() })
    const { summary, reviews } = await pageOf()
    expect(summary).toEqual({ average: 5, count: 1, histogram: [0, 0, 0, 0, 1] })
    expect(reviews).toMatchObject([{ title: 'I was wrong', isEdited: true }])
    expect(await reviewsOfOrder(orderId)).toMatchObject([{ position: 0, rating: 5, hiddenWhy: null }])
  })

  it('is unique for each line, even if sent twice at once', async () => {
    const orderId = await givenArrivedOrder('LAMP', 'TABLE')
    const write = (position: number) => writeReview({ orderId, position, review: said(3), visitor: visitor() })
    await Promise.all([write(0), write(0), write(0), write(1)])
    expect(await postgres().review.count({ where: { orderId } })).toBe(2)
    expect((await pageOf()).total).toBe(1)
  })

  it('is refused before delivery', async () => {
    const orderId = await orderOf('LAMP')
    const write = () => writeReview({ orderId, position: 0, review: said(5), visitor: visitor() })
    await expect(write()).rejects.toMatchObject({ code: 'too_early' })
    await deliver(orderId)
    await write()
    await postgres().order.update({ where: { id: orderId }, data: { status: 'REFUNDED' } })
    await write() // returned goods can be reviewed, too
  })

  it.each([
    ['a line that the order does not have', 0, 7],
    ['an order that nobody placed', 1, 0],
  ])('is not written for %s', async (_, isOther, position) => {
    const mine = await givenArrivedOrder('LAMP')
    const orderId = isOther ? randomUUID() : mine
    const write = writeReview({ orderId, position, review: said(5), visitor: visitor() })
    await expect(write).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is rate-limited', async () => {
    const orderId = await givenArrivedOrder('LAMP')
    const write = () => writeReview({ orderId, position: 0, review: said(5), visitor: '203.0.113.7' })
    for (let times = 0; times < 30; times++) await write()
    await expect(write()).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  it('is not stored if its job cannot be enqueued', async () => {
    const orderId = await givenArrivedOrder('LAMP')
    await postgres().$executeRaw`UPDATE pgboss.queue SET name = 'away' WHERE name = 'reviews.changed'`
    try {
      await expect(writeReview({ orderId, position: 0, review: said(5), visitor: visitor() })).rejects.toThrow()
    } finally {
      await postgres().$executeRaw`UPDATE pgboss.queue SET name = 'reviews.changed' WHERE name = 'away'`
    }
    expect((await pageOf()).total).toBe(0)
  })
})

describe('reading reviews', () => {
  beforeEach(async () => {
    const at = (day: number) => new Date(Date.UTC(2026, 0, day))
    await postgres().review.createMany({
      data: Array.from({ length: 14 }, (_, n) => ({
        ...{ productId, sku: 'LAMP', rating: (n % 5) + 1, title: `No. ${n}`, text: 'So-so.', author: 'Mara' },
        ...{ helpful: (n * 3) % 14, createdAt: at(n + 1), updatedAt: at(n + 1) },
      })),
    })
  })

  it('shows six on a page and skips none', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => pageOf({ page })))
    expect(pages.map(({ reviews }) => reviews.length)).toEqual([6, 6, 2])
    expect(pages.flatMap(({ reviews }) => reviews.map(({ title }) => title))).toEqual(
      Array.from({ length: 14 }, (_, n) => `No. ${13 - n}`),
    )
    expect(await pageOf({ page: 99 })).toMatchObject({ choice: { page: 3 }, pages: 3, total: 14 })
  })

  it('filters by stars, matching the summary’s count', async () => {
    const { summary, total, reviews } = await pageOf({ stars: 2 })
    expect(total).toBe(summary.histogram[1])
    expect(reviews.map(({ rating }) => rating)).toEqual([2, 2, 2])
    expect(summary.count).toBe(14)
  })

  it('filters by variant and by verification, with counts that match', async () => {
    await givenReview('LAMP', 2)
    const all = await pageOf()
    for (const changes of [
      { isBought: true },
      { variant: 'LAMP' },
      { variant: 'OTHER' },
      { stars: 2, isBought: true },
    ]) {
      const { total, reviews } = await pageOf(changes)
      expect(reviews.length, JSON.stringify(changes)).toBe(Math.min(total, 6))
    }
    expect(all.bought).toBe((await pageOf({ isBought: true })).total)
    expect(all.variants.find(({ sku }) => sku === 'LAMP')?.count).toBe((await pageOf({ variant: 'LAMP' })).total)
    expect((await pageOf({ isBought: true })).histogram).toEqual([0, 1, 0, 0, 0])
    expect((await pageOf({ variant: 'OTHER' })).total).toBe(0)
  })

  it('sorts as requested', async () => {
    const first = async (sort: 'newest' | 'helpful' | 'highest' | 'lowest') => (await pageOf({ sort })).reviews[0]
    expect(await first('newest')).toMatchObject({ title: 'No. 13' })
    expect(await first('helpful')).toMatchObject({ helpful: 13 })
    expect(await first('highest')).toMatchObject({ rating: 5, title: 'No. 9' })
    expect(await first('lowest')).toMatchObject({ rating: 1, title: 'No. 10' })
  })

  it('reveals no orders, and imported reviews are not verified purchases', async () => {
    const { reviews } = await pageOf()
    expect(reviews.every(({ isBought }) => !isBought)).toBe(true)
    expect(JSON.stringify(reviews)).not.toContain('orderId')
  })
})

describe('a helpful vote', () => {
  it('counts once for a visitor, even concurrently, and can be undone', async () => {
    const { reviewId } = await givenReview('LAMP', 4)
    const [mine, other] = [randomUUID(), randomUUID()]
    const vote = (visitorId: string, isHelpful = true) =>
      voteOnReview({ reviewId, visitorId, visitor: visitor(), isHelpful })
    await Promise.all(Array.from({ length: 8 }, () => vote(mine)))
    expect(await vote(mine)).toEqual({ helpful: 1 })
    expect(await vote(other)).toEqual({ helpful: 2 })
    expect(await votesOf(mine, [reviewId, randomUUID()])).toEqual([reviewId])
    expect(await vote(mine, false)).toEqual({ helpful: 1 })
    expect(await vote(mine, false)).toEqual({ helpful: 1 })
    expect(await votesOf(mine, [reviewId])).toEqual([])
  })

  it('of thirty visitors at once makes thirty votes', async () => {
    const { reviewId } = await givenReview('LAMP', 4)
    await Promise.all(
      Array.from({ length: 30 }, () =>
        voteOnReview({ reviewId, visitorId: randomUUID(), visitor: visitor(), isHelpful: true }),
      ),
    )
    expect((await pageOf()).reviews[0]?.helpful).toBe(30)
  })

  it('is limited by address, however many cookies are used', async () => {
    const { reviewId } = await givenReview('LAMP', 4)
    const vote = () => voteOnReview({ reviewId, visitorId: randomUUID(), visitor: '203.0.113.7', isHelpful: true })
    for (let times = 0; times < 5; times++) await vote()
    await expect(vote()).rejects.toMatchObject({ code: 'too_many_requests' })
    expect((await pageOf()).reviews[0]?.helpful).toBe(5)
  })

  it('is counted by address once, however often it is sent again or taken back', async () => {
    const { reviewId } = await givenReview('LAMP', 4)
    const [mine, other] = [randomUUID(), randomUUID()]
    const vote = (visitorId: string, isHelpful: boolean) =>
      voteOnReview({ reviewId, visitorId, visitor: '203.0.113.7', isHelpful })
    for (let times = 0; times < 10; times++) await vote(mine, true)
    for (let times = 0; times < 10; times++) await vote(mine, false)
    expect(await vote(other, true)).toEqual({ helpful: 1 })
  })

  it('does not change when a review was written or edited', async () => {
    const { reviewId } = await givenReview('LAMP', 4)
    await voteOnReview({ reviewId, visitorId: randomUUID(), visitor: visitor(), isHelpful: true })
    expect((await pageOf()).reviews[0]?.isEdited).toBe(false)
  })
})

describe('a reported review', () => {
  const report = (reviewId: string, visitorId = randomUUID()) =>
    reportReview({ reviewId, visitorId, visitor: visitor(), reason: 'SPAM' })

  it('stays visible and waits for moderation, once for each visitor', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    const mine = randomUUID()
    await Promise.all([report(reviewId, mine), report(reviewId, mine), report(reviewId)])
    expect(await reportedReviews()).toMatchObject([{ id: reviewId, reasons: ['SPAM', 'SPAM'] }])
    expect((await pageOf()).total).toBe(1)
  })

  it('is settled when staff show it, until it is reported again', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    const mine = randomUUID()
    await report(reviewId, mine)
    await showReview({ reviewId })
    expect(await reportedReviews()).toEqual([])
    await report(reviewId, mine)
    expect(await reportedReviews()).toEqual([])
    await report(reviewId)
    expect(await reportedReviews()).toHaveLength(1)
  })

  it('that was edited since the staff showed it can be reported again by the same visitor', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    const mine = randomUUID()
    await report(reviewId, mine)
    await showReview({ reviewId })
    const { orderId } = (await postgres().review.findUnique({ where: { id: reviewId } }))!
    const edit = { orderId: orderId!, position: 0, visitor: visitor() }
    await writeReview({ ...edit, review: said(1, { text: 'Buy at shop.example instead.' }) })
    expect(await reportedReviews()).toEqual([])
    await report(reviewId, mine)
    expect(await reportedReviews()).toMatchObject([{ id: reviewId, text: 'Buy at shop.example instead.' }])
    await showReview({ reviewId })
    await report(reviewId, mine)
    expect(await reportedReviews()).toEqual([])
  })

  it('is visible only to its author once staff hide it, and no longer counts', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    await givenReview('LAMP', 5)
    await report(reviewId)
    await hideReview({ reviewId, why: 'It names a neighbour.', actor: 'office' })
    await refreshRating(productId)
    expect(await pageOf()).toMatchObject({ total: 1, summary: { average: 5, count: 1 } })
    expect(await ratingOnDocument()).toEqual({ average: 5, count: 1, histogram: [0, 0, 0, 0, 1] })
    expect(await reportedReviews()).toEqual([])
    const { orderId } = (await postgres().review.findUnique({ where: { id: reviewId } }))!
    expect(await reviewsOfOrder(orderId!)).toMatchObject([{ hiddenWhy: 'It names a neighbour.' }])
    const vote = voteOnReview({ reviewId, visitorId: randomUUID(), visitor: visitor(), isHelpful: true })
    await expect(vote).rejects.toMatchObject({ code: 'not_found' })
    await expect(report(reviewId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('stays hidden when its author edits it, and returns when staff show it', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    await hideReview({ reviewId, why: 'It names a neighbour.', actor: 'office' })
    await hideReview({ reviewId, why: 'Again.', actor: 'office' })
    const { orderId } = (await postgres().review.findUnique({ where: { id: reviewId } }))!
    await writeReview({ orderId: orderId!, position: 0, review: said(2), visitor: visitor() })
    expect((await pageOf()).total).toBe(0)
    await showReview({ reviewId })
    expect(await ratingOf(productId)).toMatchObject({ average: 2, count: 1 })
    expect(await jobsIn('reviews.changed')).toHaveLength(4) // one job per change of the review
  })

  it('must exist', async () => {
    const reviewId = randomUUID()
    await expect(hideReview({ reviewId, why: 'x', actor: 'office' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(showReview({ reviewId })).rejects.toMatchObject({ code: 'not_found' })
  })
})
