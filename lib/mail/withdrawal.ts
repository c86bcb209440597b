import type { WithdrawalView } from '@/lib/contracts/withdrawal'
import { lastDayToSendBack } from '@/lib/domain/orders/withdrawal'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'
import { dateText, secondText } from '@/lib/domain/shipping/day'
import { facts, note, paragraph } from './design/blocks'
import { type Content, layOut, shopUrl, type Trader } from './layout'

/**
 * Returns the e-mail that acknowledges a withdrawal, with its content and its time of receipt to the second (Directive
 * 2011/83/EU, article 11a(4)). Contains details of the order only if it goes to the e-mail address with which the order
 * was placed.
 */
export function withdrawalAcknowledgement(withdrawal: WithdrawalView, trader?: Trader): Content {
  const { number, submittedAt } = withdrawal
  return layOut(
    {
      subject: `Your withdrawal ${number} is in`,
      preview: `Received on ${secondText(submittedAt)}.`,
      tone: 'shell',
      over: number,
      title: 'Your withdrawal is in',
      blocks: [
        paragraph('We received it on ', { bold: secondText(submittedAt) }, ' (Hamburg).'),
        facts(statedFacts(withdrawal)),
        ...nextSteps(withdrawal).map((text) => paragraph(text)),
        note('It was not you? Just reply.'),
      ],
      why: 'somebody gave this address to withdraw from a contract',
      links: [{ label: WITHDRAWAL_WORDS.en.link, href: shopUrl('/withdraw') }],
    },
    trader,
  )
}

/** Returns the e-mail that notifies staff of a withdrawal and, if there is one, of the matching order. */
export function withdrawalForShop(withdrawal: WithdrawalView, trader?: Trader): Content {
  const { number, submittedAt, match, isMailHeldBack } = withdrawal
  const found: [string, string][] = match
    ? [
        ['Found', `${match.number}, same e-mail address`],
        ['In time', match.isLate ? `No: the period ended on ${match.lastDay}` : inTimeText(match.lastDay)],
      ]
    : [['Found', 'No order with such a number and this e-mail address. Please look for it.']]
  const acknowledgement = isMailHeldBack
    ? 'NOT acknowledged: this address got five acknowledgements within a day. Please check, and answer by hand.'
    : 'It is acknowledged by e-mail.'
  return layOut(
    {
      subject: `Withdrawal ${number}${match?.isLate ? ', late' : match ? '' : ', no order found'}`,
      preview: acknowledgement,
      tone: isMailHeldBack || !match || match.isLate ? 'warn' : 'shell',
      title: `Withdrawal ${number}`,
      blocks: [
        paragraph('Received on ', { bold: secondText(submittedAt) }, ' (Hamburg).'),
        facts([...statedFacts(withdrawal), ...found]),
        paragraph(acknowledgement),
        paragraph(`Money and goods go back by ${dateText(lastDayToSendBack(new Date(submittedAt)))}.`),
      ],
      why: 'this address is told of each withdrawal',
    },
    trader,
  )
}

const inTimeText = (lastDay: string | null) => (lastDay ? `Yes: until ${lastDay}` : 'Yes: not delivered yet')

const statedFacts = ({ name, order, part, email }: WithdrawalView): [string, string][] => [
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
