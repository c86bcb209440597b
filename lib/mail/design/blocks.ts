import { type Html, html, joined } from './html'
import { inColumns, linksApart, wrap } from './plain-text'
import { ACCENT, BOX, DISPLAY, HAIR, INK, INK_2, layoutTable, SANS, SUNK } from './style'

/** A piece of a mail's box, as HTML and as text. An empty text is left out of the text part. */
export interface Block {
  html: Html
  text: string
}

/** A run of words in a paragraph. */
type Run = string | { bold: string }

const LINK = `color:${INK_2};font-weight:bold;text-decoration:underline`
const BODY = `${SANS};font-size:16px;line-height:24px;color:${INK}`
const NOTE = `${SANS};font-size:14px;line-height:20px;color:${INK_2}`
const ROW = `${SANS};font-size:15px;line-height:21px`
const NO_TEXT = 'font-size:0;line-height:0'

/** Returns a paragraph of the mail. */
export const paragraph = (...runs: Run[]): Block => ({
  html: html`<p class="m-ink" style="margin:0 0 16px;${BODY}">${runs.map(toHtml)}</p>`,
  text: toText(runs),
})

/** Returns a paragraph in small print. */
export const note = (...runs: Run[]): Block => ({
  html: html`<p class="m-ink2" style="margin:0 0 14px;${NOTE}">${runs.map(toHtml)}</p>`,
  text: toText(runs),
})

/** Returns the link of a button once more, to be copied where the button does not work. Only in HTML. */
export const copyableLink = (href: string): Block => ({
  html: html`<p class="m-ink2" style="margin:0 0 14px;${NOTE};word-break:break-all">The button does nothing? Copy this:<br>${href}</p>`,
  text: '',
})

/** Returns a link in small print. */
export const link = ({ label, href }: { label: string; href: string }): Block => ({
  html: html`<p class="m-ink2" style="margin:0 0 14px;${NOTE}">${smallLink({ label, href })}</p>`,
  text: `${label}\n${href}`,
})

/** Returns a button. The plain kind is for what is not the mail's purpose, such as "It was not me". */
export function button({ label, href, isPlain = false }: { label: string; href: string; isPlain?: boolean }): Block {
  const [kind, ink, fill] = isPlain ? ['m-btn m-btn-plain', 'm-ink', BOX] : ['m-btn', 'm-on', ACCENT]
  const words = `display:block;padding:12px 24px;${DISPLAY};letter-spacing:0;font-size:17px;line-height:22px`
  return {
    html: html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px;border-collapse:separate"><tr>
<td class="${kind}" bgcolor="${fill}" style="background:${fill};border:3px solid ${INK};box-shadow:4px 4px 0 ${INK}"><a href="${href}" class="${ink}" style="${words};color:${INK};text-decoration:none">${label}</a></td>
</tr></table>
`,
    text: `${label}\n${href}`,
  }
}

/** Returns a code in large digits, without a space, so that it can be copied. */
export const bigCode = (code: string): Block => ({
  html: html`<table ${layoutTable(20)}><tr>
<td align="center" class="m-sunk" bgcolor="${SUNK}" style="background:${SUNK};border:3px solid ${INK};padding:16px 8px;${DISPLAY};letter-spacing:10px;font-size:36px;line-height:42px"><span class="m-ink" style="color:${INK};padding-left:10px">${code}</span></td>
</tr></table>
`,
  text: code,
})

/** Returns facts by name. Line breaks of a value are kept. */
export const facts = (rows: (readonly [name: string, value: string])[]): Block => ({
  html: html`<table ${layoutTable(20)}>
${rows.map(([name, value]) => [factRow(name, value), hairline(2)])}</table>
`,
  text: rows.map(([name, value]) => wrap(`${name}: ${value}`)).join('\n'),
})

const factRow = (name: string, value: string) =>
  html`<tr><td width="150" valign="top" class="m-ink2 m-label" style="width:150px;padding:6px 12px 6px 0;${ROW};color:${INK_2}">${name}</td><td valign="top" class="m-ink" style="padding:6px 0;${ROW};font-weight:bold;color:${INK};word-break:break-word">${joined(value.split('\n'), html`<br>`)}</td></tr>
`

/** Returns the lines of an order: name, detail and amount of each. */
export const lineItems = (lines: { name: string; detail: string; amount: string }[]): Block => ({
  html: html`<table ${layoutTable(12)}>
${lines.map(({ name, detail, amount }) => [
  html`<tr><td valign="top" class="m-ink" style="padding:12px 10px 12px 0;${SANS};font-size:16px;line-height:22px;color:${INK};word-break:break-word"><b>${name}</b><br><span class="m-ink2" style="font-size:14px;line-height:20px;color:${INK_2}">${detail}</span></td><td valign="top" align="right" class="m-ink" style="padding:12px 0;${SANS};font-size:16px;line-height:22px;font-weight:bold;white-space:nowrap;color:${INK}">${amount}</td></tr>
`,
  hairline(2),
])}</table>
`,
  text: lines.map(({ name, detail, amount }) => `${inColumns(name, amount)}\n${wrap(detail, '  ')}`).join('\n'),
})

type Sum = { label: string; amount: string }

/** Returns sums, their total in large print, and what the total contains. */
export const sums = ({ parts, total, contained }: { parts: Sum[]; total: Sum; contained: Sum[] }): Block => ({
  html: html`<table ${layoutTable(16)}>
${parts.map(sumRow)}<tr><td colspan="2" style="padding:10px 0;${NO_TEXT}"><div class="m-line" style="height:3px;background:${INK}"></div></td></tr>
<tr><td class="m-ink" style="padding:0 0 10px;${DISPLAY};font-size:20px;line-height:30px;color:${INK}">${total.label}</td><td align="right" class="m-ink" style="padding:0 0 10px;${DISPLAY};font-size:26px;line-height:30px;white-space:nowrap;color:${INK}">${total.amount}</td></tr>
${contained.map(sumRow)}</table>
`,
  text: [...parts, total, ...contained].map(({ label, amount }) => inColumns(label, amount)).join('\n'),
})

const sumRow = ({ label, amount }: Sum) =>
  html`<tr><td class="m-ink" style="padding:4px 10px 4px 0;${SANS};font-size:15px;line-height:20px;color:${INK}">${label}</td><td valign="top" align="right" class="m-ink" style="padding:4px 0;${SANS};font-size:15px;line-height:20px;white-space:nowrap;color:${INK}">${amount}</td></tr>
`

/** Returns lines under a bold heading, such as an address. */
export const lines = (heading: string, texts: string[]): Block => ({
  html: html`<p class="m-ink" style="margin:0 0 14px;${SANS};font-size:14px;line-height:20px;color:${INK}"><b>${heading}</b>${texts.map((text) => html`<br>${text}`)}</p>`,
  text: [heading, ...texts].map((text) => wrap(text)).join('\n'),
})

/** Returns a product with its price. With `off`, the price is a reduced one: "−20 %". */
export function product({ name, variant, price }: { name: string; variant: string; price?: Price }): Block {
  const was = price && `${price.was} was the lowest price of the last 30 days`
  return {
    html: html`${price ? priceTag(price) : ''}<p class="m-ink" style="margin:0 0 2px;${DISPLAY};font-size:20px;line-height:26px;color:${INK}">${name}</p>
<p class="m-ink2" style="margin:0 0 14px;${NOTE}">${variant}${variant && price ? html`<br>` : ''}${price ? html`<s>${price.was}</s> was the lowest price of the last 30 days` : ''}</p>
`,
    text: [
      price ? inColumns(name, `${price.now} ${price.off}`) : wrap(name),
      ...[variant, was].flatMap((words) => (words ? [wrap(words, '  ')] : [])),
    ].join('\n'),
  }
}

type Price = { now: string; was: string; off: string }

const priceTag = ({ now, off }: Price) =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate;margin:0 0 16px"><tr>
<td class="m-btn" bgcolor="${ACCENT}" style="background:${ACCENT};border:3px solid ${INK};box-shadow:3px 3px 0 ${INK};padding:5px 12px;${DISPLAY};font-size:24px;line-height:28px;white-space:nowrap"><span class="m-on" style="color:${INK}">${now} <span style="font-size:15px">${off}</span></span></td>
</tr></table>
`

/** Returns small print that the law wants in the mail, under a line. */
export const smallPrint = (parts: { heading: string; paragraphs: string[] }[]): Block => ({
  html: html`<div class="m-line" style="height:3px;background:${INK};margin:10px 0 16px;${NO_TEXT}"></div>
${parts.map(({ heading, paragraphs }) => [
  html`<h2 class="m-ink" style="margin:0 0 6px;${SANS};font-size:14px;line-height:20px;font-weight:bold;color:${INK}">${heading}</h2>
`,
  paragraphs.map(
    (text) =>
      html`<p class="m-ink2" style="margin:0 0 10px;${SANS};font-size:13px;line-height:18px;color:${INK_2};word-break:break-word">${text}</p>
`,
  ),
])}`,
  text: parts
    .flatMap(({ heading, paragraphs }) => [heading, ...paragraphs].map((text) => wrap(linksApart(text))))
    .join('\n\n'),
})

const hairline = (columns: number) =>
  html`<tr><td colspan="${columns}" class="m-hair" style="height:1px;background:${HAIR};${NO_TEXT}"></td></tr>
`

/** Returns the HTML of a link in small print. */
export const smallLink = ({ label, href }: { label: string; href: string }): Html =>
  html`<a href="${href}" class="m-ink2" style="${LINK}">${label}</a>`

const toHtml = (run: Run) => (typeof run === 'string' ? run : html`<b>${run.bold}</b>`)
const toText = (runs: Run[]) => wrap(runs.map((run) => (typeof run === 'string' ? run : run.bold)).join(''))
