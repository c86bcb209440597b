import { z } from 'zod'
import { MAX_DEVICE_HEARTS } from '@/lib/domain/customers/wishlist'
import { answerSchema } from '../answer'
import { lineSchema, productIdSchema, skuSchema } from '../common'

const MAX_NAME = 60

/** A list as its owner's tabs show it. */
export interface WishlistTab {
  id: string
  name: string
  isDefault: boolean
  isShared: boolean
  /** Number of things on it. */
  count: number
}

/** Something on a list. Amounts are minor units, times ISO 8601. */
export interface WishlistItemView {
  id: string
  productId: string
  name: string
  /** Null if the product is gone. */
  href: string | null
  slug: string | null
  image: string | null
  specLine: string[]
  /** The chosen variant's options, such as "Silver, 16 GB"; empty if none was chosen. */
  optionsText: string
  /** `gone` means that it is not sold any more; its price is then the one at which it was saved. */
  state: 'here' | 'out' | 'gone'
  /** The variant that is shown; null if the product is gone. */
  sku: string | null
  /** Whether an option, such as a size, has yet to be chosen on the product's page. */
  needsChoice: boolean
  price: number
  was: number | null
  percent: number
  savedPrice: number
  savedAt: string
  /** Number of units if only a few are left. */
  left: number | null
  /** Time since which it is back in stock; null if it was not away. */
  backSince: string | null
  /** Whether its owner gets a mail when it is back. */
  isAwaited: boolean
}

/** A list with its things, the newest first, and all lists of its owner. */
export interface WishlistView {
  list: WishlistTab
  lists: WishlistTab[]
  /** Part of the address at which anybody can see the list; null if it is not shared. */
  shareToken: string | null
  items: WishlistItemView[]
}

/** A shared list as everybody sees it. */
export interface SharedWishlistView {
  name: string
  firstName: string
  items: Pick<WishlistItemView, 'id' | 'name' | 'href' | 'image' | 'price' | 'state'>[]
}

export const wishlistNameSchema = z.object({
  name: lineSchema({ max: MAX_NAME, missing: 'Please give the list a name.' }),
})
export const wishlistIdSchema = z.object({ id: z.uuid() })
export const itemIdSchema = z.object({ itemId: z.uuid() })

/** The unguessable part of a shared list's address. */
export const shareTokenSchema = z.string().regex(/^[\w-]{32}$/)

/** A product that somebody saved, and its variant if one was chosen. */
export const heartSchema = z.object({ productId: productIdSchema, sku: skuSchema.optional() })
export type Heart = z.infer<typeof heartSchema>

/** What the hearts of a signed-in person ask for. `join` brings those of a guest. */
export const heartChangeSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('save'), ...heartSchema.shape }),
  z.object({ do: z.literal('remove'), productId: productIdSchema }),
  z.object({ do: z.literal('restore'), itemIds: z.array(z.uuid()).max(100) }),
  z.object({ do: z.literal('join'), hearts: z.array(heartSchema).max(MAX_DEVICE_HEARTS) }),
])
export type HeartChange = z.infer<typeof heartChangeSchema>

/** What a change did: ids of removed things, with which they can be put back, and the number of things that joined. */
export const changedHeartsSchema = z.object({
  removed: z.array(z.uuid()).optional(),
  joined: z.int().optional(),
})
export const heartAnswerSchema = answerSchema(changedHeartsSchema)

/** Ids of all products on a person's lists. */
export const heartsSchema = z.object({ productIds: z.array(productIdSchema) })
