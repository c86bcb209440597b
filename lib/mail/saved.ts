import { formatMoney } from '@/lib/domain/pricing/money'
import { discountPercent } from '@/lib/domain/pricing/pricing'
import { button, note, paragraph, product as productBlock } from './design/blocks'
import { type Content, layOut, shopHost, type Trader } from './layout'

/** A product and the options of its variant, such as "Brass, E27"; an empty string if it has none. */
interface Named {
  product: string
  variant: string
}

/**
 * Returns the mail that asks a guest to confirm that they want to hear of a product. No mail follows unless they open
 * the link.
 */
export function confirmNoticeMail({ product, variant, link }: Named & { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: `Shall we tell you when it is back? ${product}`,
      preview: 'Confirm your address, and you get one mail.',
      tone: 'butter',
      title: 'Shall we tell you?',
      blocks: [
        productBlock({ name: product, variant }),
        paragraph('Confirm this address, and you get one mail when it can be had again. Nothing else.'),
        button({ label: 'Tell me when', href: link }),
        note('You did not ask? Then somebody typed your address by mistake. Do nothing, and no mail follows.'),
      ],
      why: `somebody typed this address at ${shopHost()}`,
    },
    trader,
  )
}

/**
 * Returns the mail about a product that costs less now. `before` is the lowest price of the last 30 days; amounts are in
 * minor units. `off` switches such mails off, also by a POST of mail programs.
 */
export function priceDropMail(
  { product, variant, before, after, link, off }: Named & { before: number; after: number; link: string; off: string },
  trader?: Trader,
): Content {
  const [now, was] = [formatMoney(after), formatMoney(before)]
  return layOut(
    {
      subject: `${formatMoney(before - after)} less: ${product}`,
      preview: `${now} instead of ${was}, the lowest price of the last 30 days.`,
      tone: 'rose',
      title: 'Cheaper now',
      blocks: [
        productBlock({ name: product, variant, price: { now, was, off: `−${discountPercent(after, before)} %` } }),
        button({ label: 'See it', href: link }),
      ],
      why: '“Cheaper” is on',
      off,
    },
    trader,
  )
}

/** Returns the mail about a product that is in stock again. `off` switches such mails off, also by a POST. */
export function backInStockMail(
  { product, variant, link, off }: Named & { link: string; off: string },
  trader?: Trader,
): Content {
  return layOut(
    {
      subject: `Back: ${product}`,
      preview: 'In stock again. We cannot hold one for you.',
      tone: 'mint',
      title: 'It is back',
      blocks: [
        productBlock({ name: product, variant }),
        paragraph('It is in stock again. Others may want it too, and we cannot hold one for you.'),
        button({ label: 'See it', href: link }),
      ],
      why: 'you pressed “Tell me when”',
      off,
    },
    trader,
  )
}
