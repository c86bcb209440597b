import { postgres, transaction } from '@/lib/db/postgres'
import { orderNumber } from '@/lib/domain/orders/order-number'
import { canBecome, type OrderStatus } from '@/lib/domain/orders/order-status'
import { DomainError } from '@/lib/errors'

/** The steps by which staff fulfil an order, in order. */
export const FULFILMENT_STEPS = ['PAID', 'PACKED', 'SHIPPED', 'DELIVERED'] as const
export type FulfilmentStep = (typeof FULFILMENT_STEPS)[number]

/** Returns the steps that an order with this status can take next. */
export const nextSteps = (status: OrderStatus): FulfilmentStep[] =>
  FULFILMENT_STEPS.filter((step) => canBecome(status, step))

/**
 * Advances an order by one step and records `actor` in its timeline. Throws not_found, and invalid_input if the order's
 * status does not (or no longer) allow this step.
 */
export async function fulfilStep({ orderId, step, actor }: { orderId: string; step: FulfilmentStep; actor: string }) {
  await transaction(async (tx) => {
    const order = await tx.order.findUnique({ where: { id: orderId }, select: { status: true } })
    if (!order) throw new DomainError('not_found', 'This order does not exist.')
    const { status } = order
    const { count } = canBecome(status, step)
      ? await tx.order.updateMany({ where: { id: orderId, status }, data: { status: step } })
      : { count: 0 }
    if (count === 0) throw new DomainError('invalid_input', `An order that is ${status} cannot become ${step}.`)
    await tx.orderEvent.create({ data: { orderId, type: step, actor } })
  })
}

/** An order as packing staff see it in the list. JSON-safe. */
export interface OrderOnItsWay {
  id: string
  /** Such as "NX-20417". */
  number: string
  email: string
  status: OrderStatus
  /** ISO 8601. */
  placedAt: string
}

/** Returns the latest orders, newest first. */
export async function latestOrders(limit: number): Promise<OrderOnItsWay[]> {
  const rows = await postgres().order.findMany({
    orderBy: { placedAt: 'desc' },
    take: limit,
    select: { id: true, number: true, email: true, status: true, placedAt: true },
  })
  return rows.map(({ number, placedAt, ...row }) => ({
    ...row,
    number: orderNumber(number),
    placedAt: placedAt.toISOString(),
  }))
}
