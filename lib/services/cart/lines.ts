import type { ProductDocument, Variant } from '@/lib/contracts/catalog/product'
import { Prisma } from '@/lib/db/generated/client'
import { postgres, type Tx } from '@/lib/db/postgres'
import { MAX_CART_LINES } from '@/lib/domain/cart'
import { priceOf } from '@/lib/domain/pricing/pricing'
import { findProductsBySkus } from '../catalog/documents'

/** The active product and variant of a cart line, with the current price in minor units. */
export interface Offer {
  product: ProductDocument
  variant: Variant
  unitPrice: number
}

/** A stored line with its current offer; `offer` is null if the product has left the catalogue. */
export interface CartItemWithOffer {
  sku: string
  productId: string
  quantity: number
  addedAt: Date
  seenUnitPrice: number
  /** The product's name when the line was added; null in lines stored by older versions. */
  name: string | null
  optionsText: string | null
  offer: Offer | null
}

/** Returns the name of a line: the product's current name, or else its name when it was added. */
export const lineName = ({ name, offer }: Pick<CartItemWithOffer, 'name' | 'offer'>): string =>
  offer?.product.name ?? name ?? 'An item that has left the shop'

/** Returns the cart's lines in the order they were added, with one query to each database. */
export async function readCartLines(cartId: string, now: Date): Promise<CartItemWithOffer[]> {
  const items = await postgres().cartItem.findMany({
    where: { cartId },
    orderBy: [{ addedAt: 'asc' }, { sku: 'asc' }],
    take: MAX_CART_LINES,
    select: {
      sku: true,
      productId: true,
      quantity: true,
      addedAt: true,
      seenUnitPrice: true,
      name: true,
      optionsText: true,
    },
  })
  const offers = await findOffers(
    items.map(({ sku }) => sku),
    now,
  )
  return items.map((item) => ({ ...item, offer: offers.get(item.sku) ?? null }))
}

/** Returns current offers by SKU. SKUs without an active product are missing from the map. */
export async function findOffers(skus: string[], now: Date): Promise<Map<string, Offer>> {
  const products = (await findProductsBySkus(skus)).filter(({ status }) => status === 'active')
  const offers = products.flatMap((product) =>
    product.variants.map((variant) => [variant.sku, { product, variant, unitPrice: priceOf(variant, now) }] as const),
  )
  return new Map(offers)
}

/** Stores the prices (minor units) that the shopper was shown, so that submitting the order again accepts them. */
export async function noteSeenPrices(
  tx: Tx,
  cartId: string,
  lines: { sku: string; unitPrice: number }[],
): Promise<void> {
  if (lines.length === 0) return
  await lockCart(tx, cartId)
  await tx.$executeRaw`
    UPDATE "CartItem" SET "seenUnitPrice" = line."unitPrice"
    FROM json_to_recordset(${JSON.stringify(lines)}::json) AS line (sku text, "unitPrice" int)
    WHERE "cartId" = ${cartId}::uuid AND "CartItem".sku = line.sku`
}

/** Locks the cart; call this before any change to its lines. Returns false if the cart does not exist. */
export async function lockCart(tx: Tx, cartId: string): Promise<boolean> {
  return (await tx.$executeRaw`UPDATE "Cart" SET "updatedAt" = clock_timestamp() WHERE id = ${cartId}::uuid`) > 0
}

/** Returns the SQL with which `lockCart` locks a cart, for use in a larger statement. */
export const lockedCart = (cartId: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM "Cart" WHERE id = ${cartId}::uuid FOR NO KEY UPDATE`
