import { momentText } from '@/lib/domain/shipping/day'
import { button, copyableLink, facts, note, paragraph } from './design/blocks'
import { type Content, layOut, shopHost, type Trader } from './layout'

interface Invitation {
  /** Name of the member of staff who invites. */
  inviter: string
  /** The role as people read it, such as "Fulfilment". */
  role: string
  link: string
  expiresAt: Date
}

/** Returns the mail that invites somebody to the staff of the shop. */
export function staffInvitationMail({ inviter, role, link, expiresAt }: Invitation, trader?: Trader): Content {
  const until = momentText(expiresAt.toISOString())
  return layOut(
    {
      subject: `${inviter} invites you to the staff of Nexus`,
      preview: `The invitation works once, until ${until}.`,
      tone: 'sky',
      title: 'You are invited',
      blocks: [
        paragraph({ bold: inviter }, ` invites you to work at ${shopHost()}.`),
        facts([
          ['Role', role],
          ['Until', until],
        ]),
        button({ label: 'Accept the invitation', href: link }),
        copyableLink(link),
        note('You do not know the name? Do nothing. Without this link nobody gets in.'),
      ],
      why: 'a member of staff gave this address',
    },
    trader,
  )
}

/** Returns the mail with which a member of staff sets a new password and a new second factor. */
export function staffResetMail({ link, expiresAt }: Pick<Invitation, 'link' | 'expiresAt'>, trader?: Trader): Content {
  const until = momentText(expiresAt.toISOString())
  return layOut(
    {
      subject: 'A new way into the office of Nexus',
      preview: `The link works once, until ${until}.`,
      tone: 'warn',
      title: 'Choose a new password',
      blocks: [
        paragraph('With this link you set a new password and a new second factor. The old ones are good until then.'),
        facts([['Until', until]]),
        button({ label: 'Choose a password', href: link }),
        copyableLink(link),
        note('You did not ask for it? Then tell an owner of the shop.'),
      ],
      why: 'it is about how you enter the office',
    },
    trader,
  )
}
