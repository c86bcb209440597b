import { ObjectId } from 'mongodb'
import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import { postgres } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'
import { addToCart } from '../../cart/cart'
import { categoryTree } from '../../catalog/categories'
import { findCardDocuments, findProductsByIds } from '../../catalog/documents'
import { toCard } from '../../catalog/product-views'
import { factsOf } from '../../catalog/products'
import { candidatesFor, nearestTo } from '../../merchandising/related'
import { noSuchList } from './lists'
import { viewWishlist } from './views'

/**
 * Adds everything on a list that can be had without a choice to a cart. Returns how many things were added. Errors:
 * not_found, out_of_stock (there is nothing), cart_full.
 */
export async function wishlistToCart(fill: { userId: string; id: string; cartId: string }): Promise<number> {
  const { userId, id, cartId } = fill
  const view = await viewWishlist(userId, id)
  if (!view) throw noSuchList()
  const skus = view.items.flatMap(({ state, needsChoice, sku }) =>
    state === 'here' && !needsChoice && sku ? [sku] : [],
  )
  if (skus.length === 0)
    throw new DomainError('out_of_stock', 'Nothing on this list can be had at the moment. Your cart is as it was.')
  for (const sku of skus) await addToCart({ cartId, sku, quantity: 1 })
  return skus.length
}

/**
 * Returns products that are similar to something on a person's lists, even if that is not sold any more; null if it is
 * none of theirs.
 */
export async function similarToSaved(
  userId: string,
  itemId: string,
  now = new Date(),
): Promise<{ name: string; category: string; cards: ProductCard[] } | null> {
  const item = await postgres().wishlistItem.findFirst({ where: { id: itemId, wishlist: { userId, deletedAt: null } } })
  if (!item) return null
  const { productId, name, category, savedPrice } = item
  const [known] = await findProductsByIds([productId])
  // A product that was deleted is known only by its category and price.
  const subject = known ?? {
    _id: new ObjectId(productId),
    category,
    brand: '',
    specs: {},
    variants: [{ sku: 'GONE', options: {}, price: savedPrice }],
  }
  const tree = await categoryTree()
  const candidates = await findCardDocuments(await candidatesFor(subject, now))
  const nearest = nearestTo(subject, candidates, { category: tree.byPath.get(subject.category), now })
  const facts = await factsOf(nearest, now)
  return { name, category: subject.category, cards: nearest.map((document) => toCard(document, facts)) }
}
