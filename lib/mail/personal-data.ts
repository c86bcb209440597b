import { dayText, momentText, shopDay } from '@/lib/domain/shipping/day'
import { button, note, paragraph } from './design/blocks'
import { type Content, layOut, type Trader } from './layout'

/** Returns the mail with the link to the file of all that the shop keeps of a person. */
export function exportReadyMail({ link, expiresAt }: { link: string; expiresAt: Date }, trader?: Trader): Content {
  const until = momentText(expiresAt.toISOString())
  return layOut(
    {
      subject: 'Your data from Nexus is ready',
      preview: `The link works until ${until}.`,
      tone: 'sky',
      title: 'Your data is ready',
      blocks: [
        paragraph('One file with all that we keep of you. The link works until ', { bold: until }, '.'),
        button({ label: 'Fetch the file', href: link }),
        note('The file is for you alone. Do not pass the link on.'),
        note('It was not you? Choose a new password in your account, and just reply to this mail.'),
      ],
      why: 'somebody asked for this file in your account',
    },
    trader,
  )
}

/** Returns the mail after a person asked to delete their account. `link` keeps it. `at` is when it is deleted. */
export function deletionPlannedMail({ at, link }: { at: Date; link: string }, trader?: Trader): Content {
  const day = dayText(shopDay(at))
  return layOut(
    {
      subject: `Your account at Nexus will be deleted on ${day}`,
      preview: 'Until then you can keep it by one press.',
      tone: 'warn',
      title: 'Your account will be deleted',
      blocks: [
        paragraph('It goes on ', { bold: day }, ', as you asked. Until then a sign-in or this button keeps it.'),
        button({ label: 'Keep my account', href: link }),
        note('Orders on their way still reach you. Invoices stay as long as the law requires.'),
        note('It was not you? Keep the account, and choose a new password in it.'),
      ],
      why: 'it is about the security of your account',
    },
    trader,
  )
}

/** Returns the last mail to a person whose account was deleted. */
export function deletionDoneMail(trader?: Trader): Content {
  return layOut(
    {
      subject: 'Your account at Nexus was deleted',
      preview: 'This is the last mail about it.',
      tone: 'shell',
      title: 'Your account was deleted',
      blocks: [
        paragraph('Your profile, addresses, lists and ways to sign in are gone. They cannot be brought back.'),
        paragraph('Orders and invoices stay as long as the law requires.'),
        note('This is the last mail about your account. You are welcome to make a new one at any time.'),
      ],
      why: 'this address had an account',
    },
    trader,
  )
}
