import { momentText } from '@/lib/domain/shipping/day'
import { button, copyableLink, facts, note, paragraph } from './design/blocks'
import { type Content, layOut, type Trader } from './layout'

const SECURITY = 'it is about the security of your account'

/** Returns the button of security mails. `link` leads to where the owner takes the account back. */
const notMe = (link: string) => button({ label: 'It was not me', href: link, isPlain: true })

/** Where and when something happened. `place` is guessed from the network; null if unknown. */
interface Occasion {
  /** Browser and system, such as "Safari on iPhone". */
  device: string
  place: string | null
  at: Date
}

/**
 * Returns the mail after a sign-in from a device that the account has not used before. `link` leads to where its owner
 * signs out every device and chooses a new password.
 */
export function newSignInMail({ device, place, at, link }: Occasion & { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: `New sign-in: ${[device, place].filter(Boolean).join(', ')}`,
      preview: 'Was it you? Then there is nothing to do.',
      tone: 'warn',
      title: 'A new device signed in',
      blocks: [
        facts([
          ['Device', device],
          ['Place', place ? `${place}, guessed` : 'Unknown'],
          ['When', momentText(at.toISOString())],
        ]),
        paragraph('Was it you? Then there is nothing to do.'),
        notMe(link),
        note('The button leads to where you sign out every device and choose a new password.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

/**
 * Returns the mail after a change of the password, which has signed out all other devices. `link` leads to where the
 * owner chooses a new one.
 */
export function passwordChangedMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Your password at Nexus was changed',
      preview: 'All other devices were signed out. Was it you? Then there is nothing to do.',
      tone: 'warn',
      title: 'Your password was changed',
      blocks: [
        paragraph('All other devices were signed out. Passkeys still work.'),
        paragraph('Was it you? Then there is nothing to do.'),
        notMe(link),
        note('The button leads to where you choose a new password, which signs out every device.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

/**
 * Returns the mail to an account's present address, when a change to another one was asked for. It does not have the
 * new address in full, because this mailbox may be a stranger's.
 */
export function emailChangeAskedMail({ email, link }: { email: string; link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Your e-mail at Nexus is about to change',
      preview: 'It changes once the new address is confirmed.',
      tone: 'warn',
      title: 'A new e-mail for your account',
      blocks: [
        paragraph(
          'Somebody, probably you, asked for another e-mail on your account. It changes once that is confirmed.',
        ),
        facts([['New e-mail', hinted(email)]]),
        paragraph('Was it you? Then open the link in the mail to the new address.'),
        notMe(link),
        note('The button leads to a new password. Choose one, and just reply to this mail: we stop the change.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

/** Returns the mail to an account's new address, with the link that confirms it. */
export function confirmEmailMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Confirm your new e-mail at Nexus',
      preview: 'It works once, for 30 minutes.',
      tone: 'butter',
      title: 'Confirm your new address',
      blocks: [
        paragraph(
          'Somebody, probably you, wants to use this address for an account at Nexus. It counts once you confirm it. The link works once, for 30 minutes.',
        ),
        button({ label: 'Confirm this address', href: link }),
        copyableLink(link),
        note('It was not you? Do nothing. Then nothing changes.'),
      ],
      why: 'somebody gave this address for an account',
    },
    trader,
  )
}

/** Returns the mail to an account's former address, after the new one was confirmed. */
export function emailChangedMail({ email, link }: { email: string; link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Your e-mail at Nexus was changed',
      preview: 'From now on you sign in with the new address.',
      tone: 'warn',
      title: 'Your e-mail was changed',
      blocks: [
        paragraph('From now on you sign in with the new address, and our mails go there. This is the last one here.'),
        facts([['New e-mail', hinted(email)]]),
        paragraph('Was it you? Then there is nothing to do.'),
        notMe(link),
        note('The button leads to where you get help. You can also just reply to this mail.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

/**
 * Returns the mail after a sign-in with a recovery code. `left` is the number of unused codes; `link` leads to where the
 * owner takes the account back.
 */
export function recoveryCodeUsedMail({ left, link }: { left: number; link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'A recovery code was used at Nexus',
      preview: leftText(left),
      tone: 'warn',
      title: 'A recovery code was used',
      blocks: [
        paragraph(
          'Somebody, probably you, signed in to your account with a recovery code. ',
          { bold: leftText(left) },
          left > 2 ? '' : ' Make new ones under Security in your account.',
        ),
        paragraph('Was it you? Then there is nothing else to do.'),
        notMe(link),
        note('The button leads to where you sign out every device and choose a new password.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

function leftText(left: number): string {
  if (left === 0) return 'It was the last one.'
  return left === 1 ? '1 code is left.' : `${left} codes are left.`
}

/** Returns an address of which its owner recognizes enough: "i…@example.com". */
function hinted(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}…${email.slice(at)}`
}
