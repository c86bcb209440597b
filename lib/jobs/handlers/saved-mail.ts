import { optionsText, variantFragment } from '@/lib/domain/catalog/variant'
import { shopUrl } from '@/lib/mail/layout'
import { backInStockMail, priceDropMail } from '@/lib/mail/saved'
import { sendMail } from '@/lib/mail/send'
import { findOffers } from '@/lib/services/cart/lines'
import { notifyPriceDrops, priceDropRecipient } from '@/lib/services/customers/notices/price-drops'
import { findDueNotice, notifyBackInStock } from '@/lib/services/customers/notices/stock-notices'
import { unsubscribeToken } from '@/lib/services/customers/notices/unsubscribe'
import { readSettings } from '@/lib/services/settings'
import type { JobData } from '../queues'

/** Has everybody told who waits for a SKU that is in stock again. */
export const followStock = ({ sku }: JobData<'stock.back'>): Promise<void> => notifyBackInStock(sku)

/** Has everybody told who saved products whose price fell. */
export const followPrices = ({ productIds, since }: JobData<'price.drops'>): Promise<void> =>
  notifyPriceDrops({ productIds, since: new Date(since) })

/** Tells somebody that a SKU is in stock again, unless they withdrew their wish or the product is gone. */
export async function sendStockNotice({ noticeId }: JobData<'mail.stock-notice'>): Promise<void> {
  const notice = await findDueNotice(noticeId)
  const offered = notice && (await offerOf(notice.sku))
  if (!notice || !offered) return
  const recipient = notice.userId === null ? { noticeId } : { userId: notice.userId }
  const off = offLink(unsubscribeToken(recipient, 'back_in_stock'))
  const { trader } = await readSettings()
  await sendMail({ id: `stock-${noticeId}`, to: notice.email, ...backInStockMail({ ...offered, off }, trader) })
}

/** Tells a person that something on their lists costs less, unless they switched it off or it costs more again. */
export async function sendPriceDrop({ id, userId, sku, before, after }: JobData<'mail.price-drop'>): Promise<void> {
  const [email, offered] = await Promise.all([priceDropRecipient(userId), offerOf(sku)])
  if (email === null || !offered || offered.unitPrice > after) return
  const off = offLink(unsubscribeToken({ userId }, 'price_drop'))
  const { trader } = await readSettings()
  await sendMail({
    id: `price-drop-${id}`,
    to: email,
    ...priceDropMail({ ...offered, before, after, off }, trader),
  })
}

const offLink = (token: string) => shopUrl(`/unsubscribe?${new URLSearchParams({ token })}`)

/** Returns a SKU as mails name it; null if it is not sold any more. */
export async function offerOf(sku: string) {
  const offer = (await findOffers([sku], new Date())).get(sku)
  if (!offer) return null
  const { product, variant, unitPrice } = offer
  const link = shopUrl(`/p/${product.slug}${variantFragment({ sku, isComplete: true })}`)
  return { product: product.name, variant: optionsText(variant.options), unitPrice, link }
}
