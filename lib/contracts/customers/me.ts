import { z } from 'zod'

/** Who is signed in, as the header shows it. Null if nobody is. */
export const meSchema = z.object({
  customer: z.object({ name: z.string(), email: z.string() }).nullable(),
})
export type Me = z.infer<typeof meSchema>

/** What the account's menu tells besides: the number of orders, and the delivery that comes next. */
export const accountNewsSchema = z.object({
  orders: z.int(),
  /** How much is on the lists, and how much of it costs less than when it was saved; null if that is unavailable. */
  saved: z.object({ count: z.int(), cheaper: z.int() }).nullable(),
  next: z.object({ orderId: z.uuid(), number: z.string(), expectedOn: z.iso.date() }).nullable(),
})
export type AccountNews = z.infer<typeof accountNewsSchema>
