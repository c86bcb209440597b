import { storedOptionsSchema } from '@/lib/contracts/orders'
import type { PersonReviews } from '@/lib/contracts/reviews'
import { postgres, transaction } from '@/lib/db/postgres'
import { optionsText } from '@/lib/domain/catalog/variant'
import { canReview } from '@/lib/domain/reviews/review-right'
import { enqueue } from '@/lib/jobs/enqueue'

const MAX_WAITING = 50

/** Returns what a person has bought and can review now, and what they have written, both newest first. */
export async function reviewsOfPerson(userId: string, now = new Date()): Promise<PersonReviews> {
  const [orders, written] = await Promise.all([
    postgres().order.findMany({
      where: { userId, status: { not: 'CANCELLED' } },
      orderBy: { number: 'desc' },
      take: MAX_WAITING,
      select: {
        id: true,
        status: true,
        expectedOn: true,
        events: { where: { type: 'DELIVERED' }, take: 1, select: { id: true } },
        items: {
          orderBy: { position: 'asc' },
          select: {
            position: true,
            productId: true,
            name: true,
            image: true,
            options: true,
            review: { select: { id: true } },
          },
        },
      },
    }),
    postgres().review.findMany({
      where: { item: { order: { userId } } },
      orderBy: { createdAt: 'desc' },
      take: 200,
      include: { item: { select: { name: true, image: true } } },
    }),
  ])
  const reviewable = orders.filter(({ status, expectedOn, events }) => {
    const order = { status, expectedOn: expectedOn.toISOString().slice(0, 10), wasDelivered: events.length > 0 }
    return canReview(order, now)
  })
  const waiting = reviewable.flatMap(({ id: orderId, items }) =>
    items
      .filter(({ review }) => review === null)
      .map(({ position, name, image, options }) => ({
        orderId,
        position,
        name,
        image,
        optionsText: optionsText(storedOptionsSchema.parse(options)),
      })),
  )
  return {
    waiting: waiting.slice(0, MAX_WAITING),
    written: written.map(({ id, rating, title, text, hiddenWhy, createdAt, orderId, position, item }) => ({
      ...{ id, rating, title, text, hiddenWhy, orderId, position },
      name: item?.name ?? '',
      image: item?.image ?? null,
      at: createdAt.toISOString(),
    })),
  }
}

/** Deletes one of a person's reviews. Deleting one that is gone, or somebody else's, changes nothing. */
export async function deleteOwnReview(userId: string, id: string): Promise<void> {
  await transaction(async (tx) => {
    const review = await tx.review.findFirst({
      where: { id, item: { order: { userId } } },
      select: { productId: true },
    })
    if (!review) return
    await tx.review.deleteMany({ where: { id } })
    await enqueue(tx, { name: 'reviews.changed', data: { productId: review.productId } })
  })
}
