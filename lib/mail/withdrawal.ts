import type { WithdrawalView } from '@/lib/contracts/withdrawal'
import { lastDayToSendBack } from '@/lib/domain/orders/withdrawal'
import { dateText, secondText } from '@/lib/domain/shipping/day'
import { type Content, layOut } from './layout'

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
