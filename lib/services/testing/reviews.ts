import { randomUUID } from 'node:crypto'
import { reviewFormSchema } from '@/lib/contracts/reviews'
import { postgres } from '@/lib/db/postgres'
import { deliverOrder } from '@/lib/dev/testing/deliver-order'
import { ALL_REVIEWS } from '@/lib/domain/reviews/review'
import { getCart } from '@/lib/services/cart/cart'
import { placeOrder } from '@/lib/services/checkout/checkout'
import { reviewPage, writeReview } from '@/lib/services/reviews/reviews'
import { givenCart, guestInput } from './fixtures'

/** Creates a delivered order with one unit of each SKU; returns its id. */
export async function givenArrivedOrder(...skus: string[]): Promise<string> {
  const cartId = await givenCart(...skus.map((sku) => ({ sku })))
  const { subtotal, delivery } = await getCart(cartId)
  const shipping = subtotal >= delivery.freeFrom ? 0 : delivery.standard
  const { id } = await placeOrder({ cartId, input: guestInput(subtotal + shipping) })
  await deliver(id)
  return id
}

/** Marks a placed order as paid, packed, shipped and delivered. */
export const deliver = (orderId: string): Promise<void> =>
  deliverOrder(orderId, (sql, id) => postgres().$executeRawUnsafe(sql, id))

export const said = (rating: number, changes: Partial<Record<'title' | 'text' | 'author', string>> = {}) =>
  reviewFormSchema.parse({
    rating: String(rating),
    title: 'Bright and quiet',
    text: 'I read by it every evening.',
    author: 'Ines H.',
    ...changes,
  })

export const visitor = () => randomUUID()

/** Creates a review of one SKU by a new buyer; returns its ids. */
export async function givenReview(sku: string, rating: number): Promise<{ reviewId: string; productId: string }> {
  const orderId = await givenArrivedOrder(sku)
  const { productId } = await writeReview({ orderId, position: 0, review: said(rating), visitor: visitor() })
  const { reviews } = await reviewPage({ product: productId, ...ALL_REVIEWS })
  return { reviewId: reviews[0]!.id, productId }
}
