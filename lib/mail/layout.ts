import type { Settings } from '@/lib/contracts/settings'
import { env } from '@/lib/env'
import { type Block, smallLink } from './design/blocks'
import { html, joined } from './design/html'
import { wrap } from './design/plain-text'
import { BOX, DISPLAY, GROUND, HEAD_STYLE, INK, INK_2, layoutTable, SANS, TONES, type Tone } from './design/style'

/** A mail without its recipient. */
export interface Content {
  subject: string
  text: string
  html: string
  /** Headers besides those that every mail has, such as List-Unsubscribe. */
  headers?: Record<string, string>
}

/** The seller as the foot of each mail names it; undefined if the settings do not say. */
export type Trader = Settings['trader']

interface Link {
  label: string
  href: string
}

interface Letter {
  subject: string
  /** What a mailbox shows beside the subject, before the mail is opened. */
  preview: string
  /** Colour of the band. */
  tone: Tone
  /** What the mail is about, such as "Order NX-20417", over the title. */
  over?: string
  /** The one sentence of the mail. */
  title: string
  blocks: Block[]
  /** The end of the sentence "You get this mail because …", without its full stop. */
  why: string
  /** Address that switches such mails off, by a page for people and by a POST for mail programs (RFC 8058). */
  off?: string
  /** Links of the foot before those to terms, privacy and imprint. */
  links?: Link[]
}

/** Returns an address of the shop as a whole URL. */
export const shopUrl = (path: string): string => new URL(path, env().NEXUS_URL).href

/** Returns the host of the shop, as people know it: "nexus.example". */
export const shopHost = (): string => new URL(env().NEXUS_URL).host

/** Lays out a mail as HTML and text. */
export function layOut(letter: Letter, trader?: Trader): Content {
  const { subject, off } = letter
  return {
    subject,
    text: toText(letter, trader),
    html: toHtml(letter, trader),
    ...(off && { headers: unsubscribeHeaders(off) }),
  }
}

const unsubscribeHeaders = (off: string) => ({
  'List-Unsubscribe': `<${new URL(off).href}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const whyText = ({ why }: Letter) => `You get this mail because ${why}. Questions? Just reply.`
const sellerText = ({ name, address }: NonNullable<Trader>) => `${name}, ${address}`

function toText(letter: Letter, trader: Trader): string {
  const { title, over, blocks, off, links = [] } = letter
  const foot = trader ? wrap(sellerText(trader)) : `Imprint\n${shopUrl('/help/imprint')}`
  const parts = [
    [title, over]
      .filter(Boolean)
      .map((text) => wrap(String(text)))
      .join('\n'),
    ...blocks.map(({ text }) => text),
    wrap(whyText(letter)),
    ...[...links, ...(off ? [{ label: 'Switch it off', href: off }] : [])].map(
      ({ label, href }) => `${label}\n${href}`,
    ),
    foot,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function toHtml(letter: Letter, trader: Trader): string {
  const { subject, preview, blocks } = letter
  const box = `background:${BOX};border:3px solid ${INK};padding:26px 28px 12px`
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>
${HEAD_STYLE}
</style></head>
<body class="m-ground" bgcolor="${GROUND}" style="margin:0;padding:0;background:${GROUND}">
<div style="display:none;max-height:0;overflow:hidden;font-size:0;line-height:0">${preview}</div>
<table ${layoutTable()}><tr><td align="center" class="m-ground" bgcolor="${GROUND}" style="background:${GROUND};padding:26px 12px 32px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;margin:0 auto;border-collapse:separate;border-spacing:0;text-align:left">
<tr><td style="padding:0 2px 16px">${brand()}</td></tr>
${band(letter)}
<tr><td class="m-box" bgcolor="${BOX}" style="${box}">
${blocks.map((block) => [block.html, '\n'])}</td></tr>
${foot(letter, trader)}
</table>
</td></tr></table>
</body></html>
`.source
}

function band({ tone, over, title }: Letter) {
  const fill = TONES[tone]
  const ink = tone === 'accent' ? 'm-on' : 'm-ink' // the accent is light in dark mode too
  return html`<tr><td class="m-band m-head m-${tone}" bgcolor="${fill}" style="background:${fill};border:3px solid ${INK};border-bottom:0;padding:24px 12px 24px 28px">
${over ? html`<p class="${ink}" style="margin:0 0 6px;${SANS};font-size:15px;line-height:20px;font-weight:bold;color:${INK}">${over}</p>` : ''}
<h1 class="m-title ${ink}" style="margin:0;${DISPLAY};font-size:34px;line-height:38px;color:${INK}">${title}</h1></td></tr>`
}

function foot(letter: Letter, trader: Trader) {
  const { off, links = [] } = letter
  const small = `${SANS};font-size:13px;line-height:18px;color:${INK_2}`
  const all = [
    ...links,
    { label: 'Terms', href: shopUrl('/help/terms') },
    { label: 'Privacy', href: shopUrl('/help/privacy') },
    { label: 'Imprint', href: shopUrl('/help/imprint') },
  ]
  return html`<tr><td style="padding:18px 4px 0">
<p class="m-ink2" style="margin:0 0 8px;${small}">${whyText(letter)}${off ? html` ${smallLink({ label: 'Switch it off', href: off })}` : ''}</p>
<p class="m-ink2" style="margin:0;${small}">${joined(all.map(smallLink), ' · ')}${trader ? html`<br>${sellerText(trader)}` : ''}</p></td></tr>`
}

/** Returns the shop's mark and name, drawn with table cells. */
function brand() {
  const cell = 'width:8px;height:8px;font-size:0;line-height:0'
  const framed = (fill: string, ...missing: string[]) =>
    `${cell};background:${fill};border:2px solid ${INK}${missing.map((side) => `;border-${side}:0`).join('')}`
  const full = html`<td class="m-mk3" style="${cell};background:${INK}"></td>`
  const empty = html`<td style="${cell}"></td>`
  const back = (...missing: string[]) => html`<td class="m-mk m-mk1" style="${framed(BOX, ...missing)}"></td>`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse"><tr><td style="padding:0 10px 0 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
<tr>${back('right', 'bottom')}${back('left', 'bottom')}${empty}</tr>
<tr>${back('right', 'top')}<td class="m-mk" style="${framed(TONES.accent)}"></td>${full}</tr>
<tr>${empty}${full}${full}</tr>
</table></td><td class="m-ink" style="${DISPLAY};font-size:22px;line-height:24px;color:${INK}">nexus</td></tr></table>`
}
