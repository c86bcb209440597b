import type { AccountNews } from '@/lib/contracts/customers/me'
import { type OrderRowView, storedOptionsSchema } from '@/lib/contracts/orders'
import type { Prisma } from '@/lib/db/generated/client'
import { postgres } from '@/lib/db/postgres'
import { optionsText } from '@/lib/domain/catalog/variant'
import { orderNumber } from '@/lib/domain/orders/order-number'

const ON_THEIR_WAY = ['PENDING', 'PAID', 'PACKED', 'SHIPPED'] as const
const PAGE_SIZE = 8

const ROW = {
  id: true,
  number: true,
  status: true,
  total: true,
  paymentMethod: true,
  expectedOn: true,
  placedAt: true,
  items: { orderBy: { position: 'asc' }, select: { name: true, image: true, quantity: true, options: true } },
  events: { orderBy: { id: 'desc' }, take: 1, select: { createdAt: true } },
  _count: { select: { withdrawals: true } },
} satisfies Prisma.OrderSelect

type OrderRow = Prisma.OrderGetPayload<{ select: typeof ROW }>

/** Returns what the account's menu tells: how many orders there are, and which comes next. */
export async function accountNews(userId: string): Promise<Omit<AccountNews, 'saved'>> {
  const [orders, next] = await Promise.all([
    postgres().order.count({ where: { userId } }),
    postgres().order.findFirst({
      where: { userId, status: { in: [...ON_THEIR_WAY] }, withdrawals: { none: {} } },
      orderBy: [{ expectedOn: 'asc' }, { number: 'asc' }],
      select: { id: true, number: true, expectedOn: true },
    }),
  ])
  return {
    orders,
    next: next && { orderId: next.id, number: orderNumber(next.number), expectedOn: dayOf(next.expectedOn) },
  }
}

/** Which of a person's orders to list. `words` are looked for in numbers and names of things. */
export interface OrderSearch {
  words: string
  state: 'all' | 'open' | 'done'
  page: number
}

/** Returns a page of a person's orders, the newest first, and how many there are with and without the search. */
export async function listOrders(userId: string, { words, state, page }: OrderSearch) {
  const number = /\d{4,9}/.exec(words)?.[0]
  const where: Prisma.OrderWhereInput = {
    userId,
    ...(state === 'open' && { status: { in: [...ON_THEIR_WAY] } }),
    ...(state === 'done' && { status: { notIn: [...ON_THEIR_WAY] } }),
    ...(words && {
      OR: [
        ...(number ? [{ number: Number(number) }] : []),
        { items: { some: { name: { contains: literal(words), mode: 'insensitive' as const } } } },
      ],
    }),
  }
  const [rows, count, all] = await Promise.all([
    postgres().order.findMany({
      where,
      orderBy: [{ placedAt: 'desc' }, { number: 'desc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: ROW,
    }),
    postgres().order.count({ where }),
    postgres().order.count({ where: { userId } }),
  ])
  return { orders: rows.map(toRow), count, all, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)) }
}

/** Escapes the wildcards of LIKE, which Prisma passes on. */
const literal = (words: string) => words.replace(/[\\%_]/g, '\\$&')

function toRow(row: OrderRow): OrderRowView {
  return {
    id: row.id,
    number: orderNumber(row.number),
    status: row.status,
    total: row.total,
    paymentMethod: row.paymentMethod,
    expectedOn: dayOf(row.expectedOn),
    placedAt: row.placedAt.toISOString(),
    changedAt: (row.events[0]?.createdAt ?? row.placedAt).toISOString(),
    isWithdrawn: row._count.withdrawals > 0,
    items: row.items.map(({ name, image, quantity, options }) => ({
      name,
      image,
      quantity,
      optionsText: optionsText(storedOptionsSchema.parse(options)),
    })),
  }
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)
