import type { WithdrawalView } from '@/lib/contracts/withdrawal'
import { lastDayToSendBack } from '@/lib/domain/orders/withdrawal'
import { dateText, secondText } from '@/lib/domain/shipping/day'
import { html } from './html'

interface Content {
  subject: string
  text: string
  html: string
}

/**
 * Returns the e-mail that acknowledges a withdrawal, with its content and its time of receipt to the second (Directive
 * 2011/83/EU, article 11a(4)). Contains details of the order only if it goes to the e-mail address with which the order
 * was placed.
 */
export function withdrawalAcknowledgement(withdrawal: WithdrawalView): Content {
  const { number, submittedAt } = withdrawal
  return layOut({
    subject: `Your withdrawal ${number} is in`,
    heading: 'Your withdrawal is in',
    lead: `We received it on ${secondText(submittedAt)} (Hamburg).`,
    facts: statedFacts(withdrawal),
    paragraphs: [
      ...nextSteps(withdrawal),
      'You get this e-mail because somebody gave this address to withdraw from a contract. If it was not you, just reply.',
    ],
  })
}

/** Returns the e-mail that notifies staff of a withdrawal and, if there is one, of the matching order. */
export function withdrawalForShop(withdrawal: WithdrawalView): Content {
  const { number, submittedAt, match, isMailHeldBack } = withdrawal
  const found = match
    ? [
        ['Found', `${match.number}, same e-mail address`],
        ['In time', match.isLate ? `No: the period ended on ${match.lastDay}` : inTimeText(match.lastDay)],
      ]
    : [['Found', 'No order with such a number and this e-mail address. Please look for it.']]
  return layOut({
    subject: `Withdrawal ${number}${match?.isLate ? ', late' : match ? '' : ', no order found'}`,
    heading: `Withdrawal ${number}`,
    lead: `Received on ${secondText(submittedAt)} (Hamburg).`,
    facts: [...statedFacts(withdrawal), ...found],
    paragraphs: [
      isMailHeldBack
        ? 'NOT acknowledged: this address got five acknowledgements within a day. Please check, and answer by hand.'
        : 'It is acknowledged by e-mail.',
      `Money and goods go back by ${dateText(lastDayToSendBack(new Date(submittedAt)))}.`,
    ],
  })
}

const inTimeText = (lastDay: string | null) => (lastDay ? `Yes: until ${lastDay}` : 'Yes: not delivered yet')

const statedFacts = ({ number, name, order, part, email }: WithdrawalView): string[][] => [
  ['Number', number],
  ['Name', name],
  ['Order', order],
  ['Part', part || 'The whole order'],
  ['E-mail', email],
]

function nextSteps({ submittedAt, match }: WithdrawalView): string[] {
  if (match?.isLate && match.lastDay)
    return [
      `By our count the 14 days for ${match.number} ended on ${dateText(match.lastDay)}. We look at it by hand and write to you within 2 working days.`,
    ]
  const day = dateText(lastDayToSendBack(new Date(submittedAt)))
  return [
    `If the parcel has reached you, please send it back by ${day}. The label in it is free to use.`,
    `If you have paid, you get it back the way you paid, by ${day}: for the whole order with standard delivery. We may wait for the parcel, or for proof that you have sent it.`,
    'If we need to ask which order you mean, we write to you.',
  ]
}

const INK = '#0c1a14'
const PAPER = '#fbeeea'
const CELL = `padding:10px 16px 10px 0;border-top:1px solid ${INK};vertical-align:top;text-align:left`

function layOut(mail: {
  subject: string
  heading: string
  lead: string
  facts: string[][]
  paragraphs: string[]
}): Content {
  const { subject, heading, lead, facts, paragraphs } = mail
  const text = [heading, lead, facts.map(([label, value]) => `${label}: ${value}`).join('\n'), ...paragraphs]
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
${paragraphs.map((paragraph) => html`<p style="margin:20px 0 0">${paragraph}</p>`)}
</div></body></html>
`.source,
  }
}
