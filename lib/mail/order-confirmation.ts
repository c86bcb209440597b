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
import { env } from '@/lib/env'
import { html } from './html'

const DELIVERY_NAMES = { STANDARD: 'Standard delivery', EXPRESS: 'Express delivery' } as const

/** Returns the subject, text and HTML of the e-mail that confirms an order. */
export function orderConfirmation(
  order: OrderView,
  settings: Pick<Settings, 'bank' | 'trader'>,
): { subject: string; text: string; html: string } {
  const parts = { ...partsOf(order), payment: paymentLines(order, settings.bank), legal: legalTexts(settings.trader) }
  return { subject: `Your order ${order.number} is in`, text: toText(parts), html: toHtml(parts) }
}

type Parts = ReturnType<typeof partsOf> & { payment: string[]; legal: LegalText[] }

/**
 * Returns the instructions on withdrawal and the model form. By law, the shopper must receive both on a durable medium.
 */
function legalTexts(trader: Settings['trader']): LegalText[] {
  const { NEXUS_URL } = env()
  const imprint = `the seller that ${new URL('/help/imprint', NEXUS_URL).href} names`
  const words = trader ? `${trader.name}, ${trader.address}, ${trader.email}` : imprint
  return withdrawalInstruction({ trader: words, url: new URL('/withdraw', NEXUS_URL).href })
}

function partsOf(order: OrderView) {
  return {
    number: order.number,
    // Does not greet by name: otherwise anyone could send text of their own to a stranger, by ordering under that text
    // with the stranger's address.
    greeting: 'Thank you for your order.',
    promise: promiseOf(order),
    url: new URL(`/orders/${order.id}`, env().NEXUS_URL).href,
    withdrawUrl: new URL(`/withdraw?order=${order.number}`, env().NEXUS_URL).href,
    lines: order.items.map(({ name, optionsText, quantity, unitPrice, total, returnExcluded }) => ({
      name,
      detail: [
        optionsText,
        `${quantity} × ${formatMoney(unitPrice)}`,
        returnExcluded && EXCLUSION_WORDS[returnExcluded].short,
      ]
        .filter(Boolean)
        .join(' · '),
      total: formatMoney(total),
    })),
    sums: sumsOf(order),
    address: addressLines(order.address),
  }
}

function promiseOf({ expectedOn, paymentMethod }: OrderView): string {
  return `With you ${dayText(expectedOn)}${paymentMethod === 'BANK_TRANSFER' ? ', if your transfer reaches us in time' : ''}.`
}

function sumsOf(order: OrderView): { label: string; amount: string }[] {
  const { subtotal, discount, shipping, total, taxes, deliveryMethod } = order
  return [
    { label: 'Items', amount: formatMoney(subtotal) },
    ...(discount > 0 ? [{ label: 'Discount', amount: formatMoney(-discount) }] : []),
    { label: DELIVERY_NAMES[deliveryMethod], amount: shipping === 0 ? 'Free' : formatMoney(shipping) },
    { label: 'Total', amount: formatMoney(total) },
    ...taxes.map(({ rate, tax }) => ({ label: `of which VAT ${rate / 100} %`, amount: formatMoney(tax) })),
  ]
}

function addressLines({ street, extra, postcode, city, country, ...name }: OrderAddress): string[] {
  const lines = [fullName(name), street, extra, `${postcode} ${city}`, countryName(country)]
  return lines.flatMap((line) => line?.trim() || [])
}

function paymentLines({ paymentMethod, total, number }: OrderView, bank: Settings['bank']): string[] {
  const ways: Record<PaymentMethod, string[]> = {
    ON_DELIVERY: [`You pay ${formatMoney(total)} when it arrives.`],
    BANK_TRANSFER: [
      `Please transfer ${formatMoney(total)}. We pack when it is here.`,
      `Account holder: ${bank.holder}`,
      `IBAN: ${bank.iban}`,
      `BIC: ${bank.bic}`,
      `Reference: ${number}`,
    ],
  }
  return ways[paymentMethod]
}

const WIDTH = 56
const inColumns = (label: string, amount: string) => `${label.padEnd(WIDTH - amount.length - 1)} ${amount}`

function toText(parts: Parts): string {
  const { number, greeting, promise, url, lines, sums, address, payment, withdrawUrl, legal } = parts
  const blocks = [
    [greeting, promise],
    [`Order ${number}`, url],
    lines.flatMap(({ name, detail, total }) => [inColumns(name, total), `  ${detail}`]),
    sums.map(({ label, amount }) => inColumns(label, amount)),
    ['Payment', ...payment],
    ['Goes to', ...address],
    ['Prices are frozen in this order, whatever happens in the shop.', 'Questions? Just reply.'],
    [WITHDRAWAL_WORDS.en.link, withdrawUrl],
    ...legal.flatMap(({ heading, paragraphs }) => [[heading], ...paragraphs.map((paragraph) => [paragraph])]),
  ]
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

const INK = '#0c1a14'
const PAPER = '#fbeeea'
const CELL = `padding:10px 0;border-top:2px solid ${INK};vertical-align:top`

function toHtml(parts: Parts): string {
  const { number, greeting, promise, url, lines, sums, address, payment, withdrawUrl, legal } = parts
  const paragraph = (texts: string[]) =>
    html`<p style="margin:4px 0 20px">${texts.map((text, index) => html`${index > 0 ? html`<br>` : ''}${text}`)}</p>`
  const heading = (text: string) => html`<h2 style="margin:24px 0 0;font-size:16px">${text}</h2>`
  const row = (label: ReturnType<typeof html>, amount: string) =>
    html`<tr><td style="${CELL}">${label}</td><td style="${CELL};text-align:right;white-space:nowrap">${amount}</td></tr>`
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Order ${number}</title></head>
<body style="margin:0;padding:24px;background:${PAPER};color:${INK};font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
<h1 style="margin:0 0 8px;font-size:28px">${greeting}</h1>
<p style="margin:0 0 20px">${promise}</p>
<p style="margin:0 0 20px"><a href="${url}" style="color:${INK};font-weight:bold">Order ${number}</a></p>
<table role="presentation" style="width:100%;border-collapse:collapse">
${lines.map(({ name, detail, total }) => row(html`<strong>${name}</strong><br>${detail}`, total))}
${sums.map(({ label, amount }) => row(label === 'Total' ? html`<strong>${label}</strong>` : html`${label}`, amount))}
</table>
${heading('Payment')}${paragraph(payment)}
${heading('Goes to')}${paragraph(address)}
<p style="margin:24px 0 0">Prices are frozen in this order, whatever happens in the shop.<br>Questions? Just reply.</p>
<p style="margin:24px 0 0"><a href="${withdrawUrl}" style="color:${INK};font-weight:bold">${WITHDRAWAL_WORDS.en.link}</a></p>
<div style="margin:24px 0 0;border-top:2px solid ${INK};font-size:13px">
${legal.map(({ heading: title, paragraphs }) => html`${heading(title)}${paragraphs.map((text) => html`<p style="margin:4px 0 8px">${text}</p>`)}`)}
</div>
</div></body></html>
`.source
}
