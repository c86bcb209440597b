import type { PaymentMethod } from '@/lib/contracts/checkout/checkout'
import type { OrderAddress, OrderView } from '@/lib/contracts/orders'
import type { Settings } from '@/lib/contracts/settings'
import { fullName } from '@/lib/domain/customers/person-name'
import { EXCLUSION_WORDS } from '@/lib/domain/orders/withdrawal-exclusion'
import { type LegalText, withdrawalInstruction } from '@/lib/domain/orders/withdrawal-instruction'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'
import { formatMoney } from '@/lib/domain/pricing/money'
import { countryName } from '@/lib/domain/shipping/country'
import { dayText } from '@/lib/domain/shipping/day'
import { type Block, button, facts, lineItems, lines, link, note, paragraph, smallPrint, sums } from './design/blocks'
import { type Content, layOut, shopUrl } from './layout'

const DELIVERY_NAMES = { STANDARD: 'Standard delivery', EXPRESS: 'Express delivery' } as const

/** Returns the mail that confirms an order. */
export function orderConfirmation(order: OrderView, { bank, trader }: Pick<Settings, 'bank' | 'trader'>): Content {
  const { id, number, total, expectedOn, paymentMethod } = order
  const isTransfer = paymentMethod === 'BANK_TRANSFER'
  const withdraw = { label: WITHDRAWAL_WORDS.en.link, href: shopUrl(`/withdraw?order=${number}`) }
  return layOut(
    {
      subject: `Your order ${number} is in`,
      preview: `With you ${dayText(expectedOn)}. ${formatMoney(total)}.`,
      tone: 'accent',
      over: `Order ${number}`,
      // Does not greet by name: otherwise anyone could send text of their own to a stranger, by ordering under that
      // text with the stranger's address.
      title: 'Thank you for your order.',
      blocks: [
        paragraph(
          { bold: `With you ${dayText(expectedOn)}` },
          isTransfer ? ', if your transfer reaches us in time.' : '.',
        ),
        lineItems(order.items.map(toLine)),
        sums(sumsOf(order)),
        ...payment(order, bank),
        button({ label: 'See the order', href: shopUrl(`/orders/${id}`) }),
        lines('Goes to', addressLines(order.address)),
        note('Prices are frozen in this order, whatever happens in the shop.'),
        link(withdraw),
        smallPrint(legalTexts(trader)),
      ],
      why: 'you ordered',
      links: [withdraw],
    },
    trader,
  )
}

/**
 * Returns the instructions on withdrawal and the model form. By law, the shopper must receive both on a durable medium.
 */
function legalTexts(trader: Settings['trader']): LegalText[] {
  const imprint = `the seller that ${shopUrl('/help/imprint')} names`
  const words = trader ? `${trader.name}, ${trader.address}, ${trader.email}` : imprint
  return withdrawalInstruction({ trader: words, url: shopUrl('/withdraw') })
}

const toLine = ({ name, optionsText, quantity, unitPrice, total, returnExcluded }: OrderView['items'][number]) => ({
  name,
  detail: [
    optionsText,
    quantity > 1 ? `${quantity} × ${formatMoney(unitPrice)}` : '1',
    returnExcluded && EXCLUSION_WORDS[returnExcluded].short,
  ]
    .filter(Boolean)
    .join(' · '),
  amount: formatMoney(total),
})

function sumsOf({ subtotal, discount, shipping, total, taxes, deliveryMethod }: OrderView) {
  return {
    parts: [
      { label: 'Items', amount: formatMoney(subtotal) },
      ...(discount > 0 ? [{ label: 'Discount', amount: `−${formatMoney(discount)}` }] : []),
      { label: DELIVERY_NAMES[deliveryMethod], amount: shipping === 0 ? 'Free' : formatMoney(shipping) },
    ],
    total: { label: 'Total', amount: formatMoney(total) },
    contained: taxes.map(({ rate, tax }) => ({ label: `of which VAT ${rate / 100} %`, amount: formatMoney(tax) })),
  }
}

function addressLines({ street, extra, postcode, city, country, ...name }: OrderAddress): string[] {
  const texts = [fullName(name), street, extra, `${postcode} ${city}`, countryName(country)]
  return texts.flatMap((line) => line?.trim() || [])
}

function payment({ paymentMethod, total, number }: OrderView, bank: Settings['bank']): Block[] {
  const ways: Record<PaymentMethod, Block[]> = {
    ON_DELIVERY: [paragraph(`You pay ${formatMoney(total)} when it arrives.`)],
    BANK_TRANSFER: [
      paragraph({ bold: `Please transfer ${formatMoney(total)}.` }, ' We pack when it is here.'),
      facts([
        ['Account holder', bank.holder],
        ['IBAN', bank.iban],
        ['BIC', bank.bic],
        ['Reference', number],
      ]),
    ],
  }
  return ways[paymentMethod]
}
