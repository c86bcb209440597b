import { WITHDRAWAL_WORDS } from './withdrawal-words'

/** A heading of a legal text and its paragraphs. */
export interface LegalText {
  heading: string
  paragraphs: string[]
}

/**
 * Returns the instructions on withdrawal and the model form (Directive 2011/83/EU, annex I A and B, with the online
 * function of article 11a). `trader` is name, address and e-mail address on one line; `url` is the address of the
 * online function.
 */
export const withdrawalInstruction = ({ trader, url }: { trader: string; url: string }): LegalText[] => [
  {
    heading: 'Right of withdrawal',
    paragraphs: [
      'You have the right to withdraw from this contract within 14 days without giving any reason.',
      'The withdrawal period will expire after 14 days from the day on which you acquire, or a third party other than the carrier and indicated by you acquires, physical possession of the last good.',
      `To exercise the right of withdrawal, you must inform us (${trader}) of your decision to withdraw from this contract by an unequivocal statement (for example a letter sent by post or an e-mail). You may use the model withdrawal form below, but it is not obligatory.`,
      `You can also withdraw online, with the function “${WITHDRAWAL_WORDS.en.link}” at ${url}. If you use it, we will send you without delay an acknowledgement of receipt by e-mail, with the content of your statement and the date and time of its submission.`,
      'To meet the withdrawal deadline, it is sufficient for you to send your communication concerning your exercise of the right of withdrawal before the withdrawal period has expired.',
      'There is no right of withdrawal for goods that are liable to deteriorate or expire rapidly, for goods made to your specifications, and for goods that are sealed for health or hygiene reasons once you have unsealed them.',
    ],
  },
  {
    heading: 'Effects of withdrawal',
    paragraphs: [
      'If you withdraw from this contract, we shall reimburse to you all payments received from you, including the costs of delivery (with the exception of the supplementary costs resulting from your choice of a type of delivery other than the least expensive type of standard delivery offered by us), without undue delay and in any event not later than 14 days from the day on which we are informed about your decision to withdraw from this contract. We will carry out such reimbursement using the same means of payment as you used for the initial transaction, unless you have expressly agreed otherwise; in any event, you will not incur any fees as a result of such reimbursement.',
      'We may withhold reimbursement until we have received the goods back or you have supplied evidence of having sent back the goods, whichever is the earliest.',
      'You shall send back the goods or hand them over to us, without undue delay and in any event not later than 14 days from the day on which you communicate your withdrawal from this contract to us. The deadline is met if you send back the goods before the period of 14 days has expired. We will bear the cost of returning the goods.',
      'You are only liable for any diminished value of the goods resulting from the handling other than what is necessary to establish the nature, characteristics and functioning of the goods.',
    ],
  },
  {
    heading: 'Model withdrawal form',
    paragraphs: [
      '(Complete and return this form only if you wish to withdraw from the contract.)',
      `To ${trader}:`,
      'I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following goods (*)/for the provision of the following service (*),',
      'Ordered on (*)/received on (*),',
      'Name of consumer(s),',
      'Address of consumer(s),',
      'Signature of consumer(s) (only if this form is notified on paper),',
      'Date',
      '(*) Delete as appropriate.',
    ],
  },
]
