import { describe, expect, it } from 'vitest'
import { reviewFormSchema } from '@/lib/contracts/reviews'
import { histogramOf, ratingSummary } from '@/lib/domain/reviews/review-summary'
import { LEAVES } from '../catalog/departments'
import { generateCatalogue } from '../catalogue'

const now = new Date('2026-11-24T13:37:00Z')
const { products, reviews, votes, orders, origins } = generateCatalogue({ products: 1_500, orders: 200, now })
const byProduct = new Map(products.map((product) => [product._id.toHexString(), product]))
const reviewsOf = (id: string) => reviews.filter(({ productId }) => productId === id)

describe('the reviews of the demo shop', () => {
  it('cover a good part of the products and all departments', () => {
    const rated = products.filter(({ rating }) => rating.count > 0)
    expect(reviews.length).toBeGreaterThan(6_000)
    expect(reviews.length).toBeLessThan(10_000)
    expect(rated.length).toBeGreaterThan(850)
    expect(rated.length).toBeLessThan(1_100)
    expect(new Set(rated.map(({ category }) => category)).size).toBe(LEAVES.length)
  })

  it('match the rating and count on each product', () => {
    for (const { _id, rating } of products) {
      const ratings = reviewsOf(_id.toHexString()).map((review) => review.rating)
      expect(rating).toEqual(ratingSummary(histogramOf(ratings)))
    }
  })

  it('differ by product: a few are rated high by all, some by hardly anybody', () => {
    const averages = products.filter(({ rating }) => rating.count >= 5).map(({ rating }) => rating.average)
    const mean = averages.reduce((a, b) => a + b, 0) / averages.length
    expect(mean).toBeGreaterThan(3.9)
    expect(mean).toBeLessThan(4.5)
    expect(averages.filter((average) => average < 3.6).length).toBeGreaterThan(20)
    expect(averages.filter((average) => average > 4.6).length).toBeGreaterThan(20)
  })

  it('pass the review form’s rules, with every template filled', () => {
    for (const { rating, title, text, author } of reviews) {
      expect(reviewFormSchema.parse({ rating: String(rating), title, text, author })).toEqual({
        rating,
        title,
        text,
        author,
      })
      expect(`${title} ${text}`).not.toMatch(/[{}[\]|]|undefined|null|NaN/)
    }
  })

  it('repeat nothing within a product that has few reviews', () => {
    for (const { _id } of products) {
      const texts = reviewsOf(_id.toHexString()).map(({ text }) => text)
      if (texts.length <= 8) expect(new Set(texts).size, texts.join('\n')).toBe(texts.length)
    }
  })

  it('only mention what the product has', () => {
    for (const { product, line, leaf } of origins)
      for (const { text, title } of reviewsOf(product._id.toHexString())) {
        const wording = `${title} ${text}`
        if (/teapot|pours/.test(wording)) expect(line.noun).toBe('teapot')
        if (/organic/i.test(wording)) expect(product.specs.organic ?? product.specs.fabric).toBeTruthy()
        if (/dishwasher every night/.test(wording)) expect(product.specs.dishwasher).toBe(true)
        if (/my stop because/.test(wording)) expect(leaf.path).toBe('books/fiction')
        if (/wash/.test(wording) && leaf.path.startsWith('books')) expect.fail(wording)
        if (leaf.path.startsWith('groceries')) expect(wording).not.toMatch(/sent it back|sending it back|instructions/i)
      }
  })

  it('were written between the product’s launch and today, some of them recently', () => {
    for (const { productId, createdAt } of reviews) {
      expect(createdAt > byProduct.get(productId)!.createdAt).toBe(true)
      expect(createdAt < now).toBe(true)
    }
  })

  it('with an order belong to a delivered line, one review for each line', () => {
    const bought = reviews.filter(({ orderId }) => orderId !== null)
    expect(bought.length).toBeGreaterThan(80)
    expect(new Set(bought.map(({ orderId, position }) => `${orderId} ${position}`)).size).toBe(bought.length)
    for (const { orderId, position, sku, productId, createdAt } of bought) {
      const order = orders.find(({ id }) => id === orderId)!
      expect(order.status).toBe('DELIVERED')
      expect(order.items.find((item) => item.position === position)).toMatchObject({ sku, productId })
      expect(createdAt > order.placedAt).toBe(true)
    }
  })

  it('have votes by different visitors', () => {
    expect(votes.length).toBeGreaterThan(2_000)
    expect(new Set(votes.map(({ reviewId, visitorId }) => reviewId + visitorId)).size).toBe(votes.length)
  })
})
