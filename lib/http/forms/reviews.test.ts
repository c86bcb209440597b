import { beforeEach, describe, expect, it, vi } from 'vitest'
import { VISITOR_COOKIE } from '@/lib/auth/visitor'
import { postgres } from '@/lib/db/postgres'
import { ALL_REVIEWS } from '@/lib/domain/reviews/review'
import { readReviews } from '@/lib/queries/reviews'
import { reportedReviews } from '@/lib/services/reviews/moderation'
import { emptyStores, givenProduct } from '@/lib/services/testing/fixtures'
import { givenArrivedOrder, givenReview } from '@/lib/services/testing/reviews'
import { jar, outcome, post, refusal, send } from '../testing/browser'
import { answerReportForm, answerReviewForm, answerVoteForm } from './reviews'
import { readSentForm } from './sent-form'

vi.mock('next/headers', () => import('../testing/browser'))
const expired = vi.hoisted(() => new Set<string>())
vi.mock('next/cache', () => ({ revalidateTag: (tag: string) => expired.add(tag), cacheLife() {}, cacheTag() {} }))

const place = { slug: 'lamp', stars: '4', page: '2' }
const vote = (fields: Record<string, string>, options?: { json: boolean }) =>
  send(post('/reviews/vote', { ...place, helpful: 'yes', ...fields }, options), answerVoteForm)
const report = (fields: Record<string, string>, options?: { json: boolean }) =>
  send(post('/reviews/report', { ...place, reason: 'SPAM', ...fields }, options), answerReportForm)
const typed = { position: '0', rating: '4', title: 'Bright', text: 'I read by it.', author: 'Ines H.' }
const write = (orderId: string, changes: Record<string, string> = {}, options?: { json: boolean }) =>
  answerReviewForm(post(`/orders/${orderId}/review`, { ...typed, ...changes }, options), orderId)
const shown = (product: string) => readReviews({ product, ...ALL_REVIEWS })

beforeEach(async () => {
  jar.clear()
  refusal.ofCookies = false
  expired.clear()
  await emptyStores()
  await givenProduct({ sku: 'LAMP', onHand: 50 })
})

describe('the review form', () => {
  it('redirects to its line, and expires the product page', async () => {
    const orderId = await givenArrivedOrder('LAMP')
    expect(outcome(await write(orderId))).toEqual([303, `/orders/${orderId}?reviewed=0#review-0`])
    const { productId } = (await postgres().review.findFirst())!
    expect([...expired]).toEqual([`product:${productId}`])
  })

  it('returns to its line with all typed values and every error', async () => {
    const orderId = await givenArrivedOrder('LAMP')
    const text = `${'Long and detailed. '.repeat(90)}äöü 好`
    const [status, location] = outcome(await write(orderId, { rating: '', title: ' ', text }))
    expect([status, location]).toEqual([303, expect.stringMatching(/\?sent=[0-9a-f]+#review-0$/)])
    const sent = new URL(location ?? '', 'http://shop.example').searchParams.get('sent')
    expect(await readSentForm(sent)).toMatchObject({
      values: { position: '0', text, author: 'Ines H.' },
      refusal: { fieldErrors: { rating: expect.any(String), title: expect.any(String) } },
    })
  })

  it.each([{ position: '9' }, { position: '-1' }, { position: "' OR 1=1" }])('refuses %j', async (changes) => {
    const orderId = await givenArrivedOrder('LAMP')
    const answer = await write(orderId, changes, { json: true })
    expect([400, 404]).toContain(answer.status)
    expect(await postgres().review.count()).toBe(0)
  })
})

describe('vote and report forms', () => {
  it('give the visitor a cookie with the first vote, and recognize it', async () => {
    const { reviewId, productId } = await givenReview('LAMP', 4)
    expect(jar.has(VISITOR_COOKIE)).toBe(false)
    expect(outcome(await vote({ review: reviewId }))).toEqual([303, '/p/lamp/reviews?stars=4&page=2#reviews'])
    const cookie = jar.get(VISITOR_COOKIE)
    await vote({ review: reviewId })
    expect(jar.get(VISITOR_COOKIE)).toBe(cookie)
    expect(await shown(productId)).toMatchObject({ voted: [reviewId], reviews: [{ helpful: 1 }] })
    await vote({ review: reviewId, helpful: 'no' })
    expect(await shown(productId)).toMatchObject({ voted: [], reviews: [{ helpful: 0 }] })
  })

  it('answer scripts with the number of votes', async () => {
    const { reviewId } = await givenReview('LAMP', 4)
    const answer = await vote({ review: reviewId }, { json: true })
    expect(await answer.json()).toEqual({ ok: true, helpful: 1, isHelpful: true })
  })

  it('explain that nothing was counted if the browser refuses cookies, and what to do', async () => {
    const { reviewId, productId } = await givenReview('LAMP', 4)
    refusal.ofCookies = true
    for (const run of [vote, report]) {
      const answer = await run({ review: reviewId }, { json: true })
      const message = expect.stringMatching(/nothing was saved.*allow cookies/)
      expect([answer.status, await answer.json()]).toEqual([400, { ok: false, code: 'cookies_refused', message }])
      expect(outcome(await run({ review: reviewId }))[1]).toContain('told=cookies_refused')
    }
    expect((await shown(productId)).reviews[0]?.helpful).toBe(0)
    expect(await reportedReviews()).toEqual([])
  })

  it('ignore a forged cookie', async () => {
    const { reviewId, productId } = await givenReview('LAMP', 4)
    jar.set(VISITOR_COOKIE, '00000000-0000-4000-8000-000000000000.forged')
    await vote({ review: reviewId })
    await vote({ review: reviewId })
    expect((await shown(productId)).reviews[0]?.helpful).toBe(1)
  })

  it('report to staff and say thank you', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    const [, location] = outcome(await report({ review: reviewId }))
    expect(location).toBe('/p/lamp/reviews?stars=4&page=2&told=reported#reviews')
    expect(await reportedReviews()).toMatchObject([{ id: reviewId }])
  })

  it.each<Record<string, string>>([{ review: 'x' }, { helpful: 'maybe' }, { reason: 'BORED' }])(
    'refuse %j',
    async (changes) => {
      const { reviewId } = await givenReview('LAMP', 1)
      const run = 'reason' in changes ? report : vote
      expect((await run({ review: reviewId, ...changes }, { json: true })).status).toBe(400)
    },
  )

  it('redirect only to reviews of this shop', async () => {
    const { reviewId } = await givenReview('LAMP', 1)
    for (const slug of ['//evil.example', 'https://evil.example', '../cart', ''])
      expect(outcome(await vote({ review: reviewId, slug }))).toEqual([303, '/'])
  })

  it('are refused from another site', async () => {
    const { reviewId, productId } = await givenReview('LAMP', 4)
    const request = post('/reviews/vote', { review: reviewId, helpful: 'yes', slug: 'lamp' })
    request.headers.set('sec-fetch-site', 'cross-site')
    expect((await answerVoteForm(request)).status).toBe(403)
    expect((await shown(productId)).reviews[0]?.helpful).toBe(0)
  })
})
