import { z } from 'zod'
import { customer } from '@/lib/auth/policies'
import {
  changedHeartsSchema,
  heartChangeSchema,
  heartSchema,
  itemIdSchema,
  wishlistIdSchema,
  wishlistNameSchema,
} from '@/lib/contracts/customers/wishlists'
import { DomainError } from '@/lib/errors'
import * as items from '@/lib/services/customers/wishlists/items'
import * as lists from '@/lib/services/customers/wishlists/lists'
import { wishlistToCart } from '@/lib/services/customers/wishlists/uses'
import { operation } from '../operation'

const nothing = z.object({})

/** Creates a list. */
export const createWishlist = operation({
  name: 'customers.createWishlist',
  who: [customer],
  input: wishlistNameSchema,
  output: wishlistIdSchema,
  run: ({ name }, actor) => lists.createWishlist({ userId: actor.customer.userId, name }),
})

/** Renames a list. */
export const renameWishlist = operation({
  name: 'customers.renameWishlist',
  who: [customer],
  input: wishlistNameSchema.extend(wishlistIdSchema.shape),
  output: nothing,
  run: async ({ id, name }, actor) => {
    await lists.renameWishlist({ userId: actor.customer.userId, id, name })
    return {}
  },
})

/** Deletes a list. `deleted` is its name; null if it was not there. */
export const deleteWishlist = operation({
  name: 'customers.deleteWishlist',
  who: [customer],
  input: wishlistIdSchema,
  output: z.object({ deleted: z.string().nullable() }),
  run: async ({ id }, actor) => ({ deleted: (await lists.deleteWishlist(actor.customer.userId, id))?.name ?? null }),
})

/** Puts a deleted list back. */
export const restoreWishlist = operation({
  name: 'customers.restoreWishlist',
  who: [customer],
  input: wishlistIdSchema,
  output: nothing,
  run: async ({ id }, actor) => {
    await lists.restoreWishlist(actor.customer.userId, id)
    return {}
  },
})

/** Shares a list by a new link, which ends an older one, or makes it private. */
export const shareWishlist = operation({
  name: 'customers.shareWishlist',
  who: [customer],
  input: wishlistIdSchema.extend({ share: z.enum(['yes', 'no']) }),
  output: nothing,
  run: async ({ id, share }, actor) => {
    const change = share === 'yes' ? lists.shareWishlist : lists.unshareWishlist
    await change(actor.customer.userId, id)
    return {}
  },
})

/** Adds everything on a list that can be had to the person's cart. */
export const orderWishlist = operation({
  name: 'customers.orderWishlist',
  who: [customer],
  input: wishlistIdSchema,
  output: z.object({ added: z.int() }),
  run: async ({ id }, { customer: { userId }, cartId }) => {
    if (!cartId) throw new DomainError('unavailable', 'Your cart is not available. Please try again in a moment.')
    return { added: await wishlistToCart({ userId, id, cartId }) }
  },
})

/** Takes a thing off a list. `removed` is its name; null if it was not there. */
export const removeSaved = operation({
  name: 'customers.removeSaved',
  who: [customer],
  input: itemIdSchema,
  output: z.object({ removed: z.string().nullable() }),
  run: async ({ itemId }, actor) => {
    const [removed] = await items.removeSaved(actor.customer.userId, { itemId })
    return { removed: removed?.name ?? null }
  },
})

/** Puts a thing back that was taken off a list. */
export const restoreSaved = operation({
  name: 'customers.restoreSaved',
  who: [customer],
  input: itemIdSchema,
  output: nothing,
  run: async ({ itemId }, actor) => {
    await items.restoreSaved(actor.customer.userId, [itemId])
    return {}
  },
})

/** Moves a thing to another list. */
export const moveSaved = operation({
  name: 'customers.moveSaved',
  who: [customer],
  input: itemIdSchema.extend({ to: z.uuid() }),
  output: nothing,
  run: async (move, actor) => {
    await items.moveSaved({ userId: actor.customer.userId, ...move })
    return {}
  },
})

/** Changes what the person has saved, as the hearts on cards ask for it. */
export const changeHearts = operation({
  name: 'customers.changeHearts',
  who: [customer],
  input: heartChangeSchema,
  output: changedHeartsSchema,
  run: async (change, { customer: { userId } }) => {
    if (change.do === 'join') return { joined: await items.joinHearts(userId, change.hearts) }
    if (change.do === 'remove') {
      const removed = await items.removeSaved(userId, { productId: change.productId })
      return { removed: removed.map(({ id }) => id) }
    }
    if (change.do === 'restore') await items.restoreSaved(userId, change.itemIds)
    else await items.saveProduct(userId, heartSchema.parse(change))
    return {}
  },
})
