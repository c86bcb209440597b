import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { optionsText } from '@/lib/domain/catalog/variant'
import { REVIEW_LENGTHS } from '@/lib/domain/reviews/review'
import { histogramOf, ratingSummary } from '@/lib/domain/reviews/review-summary'
import type { Draft } from '../catalog/products'
import { type Facts, factsOf, fill } from '../catalog/text'
import type { Order } from '../orders/orders'
import { makePerson } from '../orders/people'
import { type Rng, random, uuidOf } from '../random'
import { DAY, later } from '../time'
import { reviewTextsOf } from './review-texts'

/**
 * A review as Postgres stores it. Most have no order, like reviews imported from an older system, and are therefore not
 * verified purchases. The others belong to delivered items of the demo shop's orders.
 */
export interface SeedReview {
  id: string
  productId: string
  sku: string
  orderId: string | null
  position: number | null
  rating: number
  title: string
  text: string
  author: string
  variant: string
  createdAt: Date
  updatedAt: Date
}

export interface SeedVote {
  reviewId: string
  visitorId: string
}

const REVIEWED_SHARE = 0.6
const ORDER_SHARE = 0.5
const MAX_REVIEWS = 44
const OWN_WEIGHT = 3
const FRESH_DAYS = 6 // no product has reviews from its first days

type Band = 'good' | 'fine' | 'bad'
const bandOf = (rating: number): Band => (rating >= 4 ? 'good' : rating === 3 ? 'fine' : 'bad')

/**
 * Returns a function that draws sentences at random. Sentences for the department tend to come earlier, and a sentence
 * is repeated only after all of them were used.
 */
function deck(rng: Rng, [own = [], any = []]: string[][], facts: Facts): () => string {
  const filled = [...own, ...any].flatMap((template, index) => {
    const text = fill(template, facts)
    return text === null ? [] : [{ text, weight: index < own.length ? OWN_WEIGHT : 1 }]
  })
  let left: string[] = []
  const shuffled = () =>
    filled
      .map(({ text, weight }) => ({ text, key: rng.next() ** (1 / weight) }))
      .sort((a, b) => a.key - b.key)
      .map(({ text }) => text)
  return () => {
    if (left.length === 0) left = shuffled()
    return left.pop() ?? ''
  }
}

const isPlural = (noun: string) => /s$/.test(noun) && !/(ss|us)$/.test(noun)

function factsFor({ product, leaf, line }: Draft): Facts {
  const noun = line.noun ?? 'book'
  const many = isPlural(noun)
  const forms = many
    ? { It: 'They', it: 'they', is: 'are', has: 'have', does: 'do', them: 'them', was: 'were' }
    : { It: 'It', it: 'it', is: 'is', has: 'has', does: 'does', them: 'it', was: 'was' }
  const [department = ''] = leaf.path.split('/')
  const names = { ...forms, noun, brand: product.brand, leaf: leaf.path.split('/').at(-1) ?? '', department }
  return factsOf(product.specs, leaf.specs, names)
}

/** Returns a function that writes title and text of a review with a given number of stars. */
function reviewWriter(rng: Rng, draft: Draft) {
  const facts = factsFor(draft)
  const sources = reviewTextsOf(draft.leaf.path.split('/')[0] ?? '')
  const decksOf = (band: Band) => {
    const titles = sources.map((source) => source.titles[band])
    const texts = sources.map((source) => source[band])
    return { title: deck(rng, titles, facts), text: deck(rng, texts, facts) }
  }
  const decks = { good: decksOf('good'), fine: decksOf('fine'), bad: decksOf('bad') }
  const before = new Set<string>()
  return (rating: number): { title: string; text: string } => {
    const { title, text } = decks[bandOf(rating)]
    const sentences = new Set([text()])
    if (rating === 4) sentences.add(decks.fine.text())
    else if (rng.chance(0.55)) sentences.add(text())
    for (let more = 0; more < 12 && before.has([...sentences].join(' ')); more++) sentences.add(text())
    before.add([...sentences].join(' '))
    return { title: title(), text: [...sentences].join(' ') }
  }
}

function nameOf(rng: Rng): string {
  const { firstName, lastName, city } = makePerson(rng).address
  const how = rng.next()
  if (how < 0.6) return `${firstName} ${lastName[0]?.toUpperCase()}.`
  if (how < 0.8) return firstName
  return how < 0.92 ? `${firstName} from ${city}` : `${firstName[0]}. ${lastName}`
}

/**
 * Returns a function that draws ratings, most of them good. Each product has its own average, which is high for pinned
 * ones.
 */
function ratingsOf(rng: Rng, { pin }: Draft): () => number {
  const level = pin ? 0.85 + 0.1 * rng.next() : 0.55 + 0.4 * rng.next()
  return () => {
    const luck = rng.next()
    if (luck < level * 0.72) return 5
    if (luck < level) return 4
    return rng.pick([3, 3, 3, 4, 2, 2, 1])
  }
}

const countOf = (rng: Rng, { product, pin }: Draft): number => {
  const wanted = 1 + rng.next() ** 2.2 * 16 + Math.sqrt(product.popularity) * (pin ? 0.9 : 0.35) * rng.next()
  return Math.min(MAX_REVIEWS, Math.floor(wanted))
}

function written(rng: Rng, draft: Draft, from: Partial<SeedReview> & Pick<SeedReview, 'id' | 'createdAt'>): SeedReview {
  const { product } = draft
  const variant = rng.pick(product.variants)
  return {
    productId: product._id.toHexString(),
    sku: variant.sku,
    orderId: null,
    position: null,
    rating: 5,
    title: '',
    text: '',
    author: nameOf(rng).slice(0, REVIEW_LENGTHS.author),
    variant: optionsText(variant.options),
    updatedAt: from.createdAt,
    ...from,
  }
}

/** Returns reviews without an order, written at times since the product's launch. */
function imported(seed: string, rng: Rng, draft: Draft, today: Date): SeedReview[] {
  const id = draft.product._id.toHexString()
  const age = Number(today) - Number(draft.product.createdAt) - FRESH_DAYS * DAY
  if (age <= 0 || !rng.chance(draft.pin ? 0.95 : REVIEWED_SHARE)) return []
  return Array.from({ length: countOf(rng, draft) }, (_, index) => {
    const createdAt = later(today, -Math.floor(rng.next() ** 1.4 * age) - rng.int(1, 86_399) * 1_000)
    return written(rng, draft, { id: uuidOf(`${seed}/review/${id}/${index}`), createdAt })
  })
}

/** Returns reviews of delivered order items, written by the buyers. */
function ofOrders(seed: string, orders: readonly Order[], byId: Map<string, Draft>, today: Date): SeedReview[] {
  const rng = random(`${seed}/reviews of orders`)
  return orders.flatMap(({ id, status, items, events, shippingAddress }) => {
    const delivered = events.find(({ type }) => type === 'DELIVERED')
    if (status !== 'DELIVERED' || !delivered) return []
    return items.flatMap((item) => {
      const draft = byId.get(item.productId)
      const createdAt = later(delivered.createdAt, Math.floor((1 + rng.next() ** 2 * 20) * DAY))
      if (!draft || !rng.chance(ORDER_SHARE) || createdAt >= today) return []
      const { firstName, lastName } = shippingAddress
      return written(rng, draft, {
        id: uuidOf(`${seed}/review/${id}/${item.position}`),
        createdAt,
        orderId: id,
        position: item.position,
        sku: item.sku,
        author: `${firstName} ${lastName[0]?.toUpperCase()}.`,
        variant: optionsText(item.options),
      })
    })
  })
}

/** Returns reviews, votes, and the products with a summary of their reviews. */
export function makeReviews(seed: string, drafts: readonly Draft[], orders: readonly Order[], today: Date) {
  const byId = new Map(drafts.map((draft) => [draft.product._id.toHexString(), draft]))
  const bought = new Map<string, SeedReview[]>()
  for (const review of ofOrders(seed, orders, byId, today))
    bought.set(review.productId, [...(bought.get(review.productId) ?? []), review])
  const votes: SeedVote[] = []
  const reviews: SeedReview[] = []
  const products = drafts.map((draft): ProductDocument => {
    const { product } = draft
    const id = product._id.toHexString()
    const rng = random(`${seed}/reviews/${id}`)
    const rate = ratingsOf(rng, draft)
    const found = [...imported(seed, rng, draft, today), ...(bought.get(id) ?? [])]
    if (found.length === 0) return { ...product, rating: ratingSummary(histogramOf([])) }
    const say = reviewWriter(rng, draft)
    const all = found.map((review) => {
      const rating = rate()
      return { ...review, rating, ...say(rating) }
    })
    reviews.push(...all)
    for (const review of all) votes.push(...votesFor(seed, rng, review, today))
    return { ...product, rating: ratingSummary(histogramOf(all.map(({ rating }) => rating))) }
  })
  return { reviews, votes, products }
}

/** Returns votes that find a review helpful. Old reviews and extreme ratings get more of them. */
function votesFor(seed: string, rng: Rng, { id, rating, createdAt }: SeedReview, today: Date): SeedVote[] {
  const age = (Number(today) - Number(createdAt)) / (365 * DAY)
  const most = (rating === 5 || rating < 3 ? 9 : 6) * Math.min(1, age + 0.15)
  const count = rng.chance(0.4) ? Math.floor(rng.next() ** 2 * most) : 0
  return Array.from({ length: count }, (_, index) => ({
    reviewId: id,
    visitorId: uuidOf(`${seed}/vote/${id}/${index}`),
  }))
}
