import { ObjectId } from 'mongodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { tagsOf } from '@/lib/cache'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { histogramOf, ratingSummary } from '@/lib/domain/reviews/review-summary'
import { followReviews } from '@/lib/jobs/handlers/reviews-changed'
import { emptyStores, givenProduct, jobsIn, LAPTOPS, loggedExpiries } from '../testing/fixtures'
import { randomFrom } from '../testing/random'
import { givenReview } from '../testing/reviews'
import { ratingOf, refreshRating } from './summary'

let productId: string

beforeEach(async () => {
  await emptyStores()
  productId = (await givenProduct({ sku: 'LAMP', onHand: 500 }))._id.toHexString()
})

const document = async () => (await products().findOne({ _id: new ObjectId(productId) }))!
const rate = (rating: number) =>
  postgres().review.create({ data: { productId, sku: 'LAMP', rating, title: 'So', text: 'So.', author: 'Mara' } })

describe('the summary on the document', () => {
  it('is updated by a job enqueued with the review', async () => {
    await givenReview('LAMP', 4)
    expect((await document()).rating.count).toBe(0)
    const [job] = await jobsIn('reviews.changed')
    expect(job).toEqual({ productId })
    await followReviews({ productId })
    expect((await document()).rating).toEqual({ average: 4, count: 1, histogram: [0, 0, 0, 1, 0] })
  })

  it('gets the database’s time, so that the search index notices', async () => {
    const before = (await document()).updatedAt
    await rate(5)
    await refreshRating(productId)
    expect(Number((await document()).updatedAt)).toBeGreaterThan(Number(before))
  })

  it('expires the product page, its listings and the home page', async () => {
    await rate(5)
    await refreshRating(productId)
    const [expiry] = await loggedExpiries()
    expect(expiry?.tags).toEqual(tagsOf({ productIds: [productId], categories: [LAPTOPS] }))
  })

  it('is corrected when the job runs again after a crash at any point', async () => {
    await rate(5)
    await refreshRating(productId)
    // Restores the state after the job was killed before its write or before it expired the pages. The job then runs
    // again.
    await products().updateOne({ _id: new ObjectId(productId) }, { $set: { rating: { average: 0, count: 0 } } })
    await refreshRating(productId)
    await postgres().pageExpiry.deleteMany()
    await refreshRating(productId)
    expect((await document()).rating).toEqual(await ratingOf(productId))
    expect(await loggedExpiries()).toHaveLength(1)
  })

  it('is skipped for a deleted product', async () => {
    await rate(5)
    await products().deleteOne({ _id: new ObjectId(productId) })
    await refreshRating(productId)
    expect(await loggedExpiries()).toEqual([])
  })

  it('equals the summary of any ratings', async () => {
    const random = randomFrom(7)
    for (let round = 0; round < 12; round++) {
      const ratings = Array.from({ length: random.between(0, 9) }, () => random.between(1, 5))
      await postgres().review.deleteMany({})
      for (const rating of ratings) await rate(rating)
      await refreshRating(productId)
      expect((await document()).rating).toEqual(ratingSummary(histogramOf(ratings)))
    }
  })

  it('is right if one job overtakes another between reading and writing', async () => {
    await rate(1)
    let isOvertaken = false
    await refreshRating(productId, async (id) => {
      const counted = await ratingOf(id)
      if (!isOvertaken) {
        isOvertaken = true
        await rate(5)
        await refreshRating(id)
      }
      return counted
    })
    expect((await document()).rating).toEqual({ average: 3, count: 2, histogram: [1, 0, 0, 0, 1] })
  })

  it('is right in the end when many reviews and jobs overlap', async () => {
    const random = randomFrom(11)
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        await rate(random.between(1, 5))
        await refreshRating(productId)
      }),
    )
    const summary = await ratingOf(productId)
    expect(summary.count).toBe(16)
    expect((await document()).rating).toEqual(summary)
  })
})
