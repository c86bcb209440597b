import { html } from './html'

const INK = '#0c1a14'
const PAPER = '#fbeeea'
const CELL = `padding:10px 16px 10px 0;border-top:1px solid ${INK};vertical-align:top;text-align:left`

/** A mail without its recipient. */
export interface Content {
  subject: string
  text: string
  html: string
}

/** Lays out a short mail: a heading, a sentence, facts, a button and further paragraphs. */
export function layOut(mail: {
  subject: string
  heading: string
  lead: string
  facts?: string[][]
  button?: { label: string; href: string }
  paragraphs: string[]
}): Content {
  const { subject, heading, lead, facts = [], button, paragraphs } = mail
  const text = [
    heading,
    lead,
    ...(facts.length > 0 ? [facts.map(([label, value]) => `${label}: ${value}`).join('\n')] : []),
    ...(button ? [`${button.label}: ${button.href}`] : []),
    ...paragraphs,
  ]
  const row = ([label = '', value = '']: string[]) =>
    html`<tr><th scope="row" style="${CELL};width:110px;font-weight:normal">${label}</th><td style="${CELL};font-weight:bold;white-space:pre-line">${value}</td></tr>`
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px;background:${PAPER};color:${INK};font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
<h1 style="margin:0 0 8px;font-size:28px">${heading}</h1>
<p style="margin:0 0 20px">${lead}</p>
<table style="width:100%;border-collapse:collapse">${facts.map(row)}</table>
${button ? html`<p style="margin:20px 0 0"><a href="${button.href}" style="display:inline-block;padding:12px 20px;background:${INK};color:${PAPER};font-weight:bold;text-decoration:none">${button.label}</a></p>` : ''}
${paragraphs.map((paragraph) => html`<p style="margin:20px 0 0">${paragraph}</p>`)}
</div></body></html>
`.source,
  }
}
