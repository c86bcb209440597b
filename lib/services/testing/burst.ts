import { postgres } from '@/lib/db/postgres'
import { placeOrder } from '../checkout/checkout'
import { guestInput } from './fixtures'

// This process checks out all carts as fast as it can, until it is done or killed.

const CONCURRENCY = 16

const carts = await postgres().cart.findMany({ select: { id: true, items: true } })
const next = carts.values()
console.log('started')
await Promise.all(
  Array.from({ length: CONCURRENCY }, async () => {
    for (const { id, items } of next) {
      const total = items.reduce((sum, { quantity, seenUnitPrice }) => sum + quantity * seenUnitPrice, 0)
      await placeOrder({ cartId: id, input: guestInput(total) }).catch((error: unknown) => console.error(error))
    }
  }),
)
console.log('done')
process.exit()
