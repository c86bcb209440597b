import { momentText } from '@/lib/domain/shipping/day'
import { button, copyableLink, facts, note, paragraph } from './design/blocks'
import { type Content, layOut, type Trader } from './layout'

const SECURITY = 'it is about the security of your account'

/** Returns the button of security mails. `link` leads to where the owner takes the account back. */
const notMe = (link: string) => button({ label: 'It was not me', href: link, isPlain: true })

interface SignIn {
  /** Browser and system, such as "Safari on iPhone". */
  device: string
  /** Guessed from the network; null if unknown. */
  place: string | null
  /** Null if unknown. */
  at: Date | null
  link: string
}

/**
 * Returns the mail after a sign-in from a device that the account has not used before. `link` leads to where its owner
 * chooses a new password, which signs out every device.
 */
export function newSignInMail({ device, place, at, link }: SignIn, trader?: Trader): Content {
  return layOut(
    {
      subject: `New sign-in: ${[device, place].filter(Boolean).join(', ')}`,
      preview: 'Was it you? Then there is nothing to do.',
      tone: 'warn',
      title: 'A new device signed in',
      blocks: [
        facts([
          ['Device', device],
          ...(place ? [['Place', `${place}, guessed`] as const] : []),
          ...(at ? [['When', momentText(at.toISOString())] as const] : []),
        ]),
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

interface EmailChange {
  /** The new address. */
  email: string
  /** Whether the mail goes to the former address. It does not show the new one in full, as a stranger may read it. */
  isFormer: boolean
  link: string
}

/** Returns the mail to one of the two addresses of an account after the new one was confirmed. */
export function emailChangedMail({ email, isFormer, link }: EmailChange, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Your e-mail at Nexus was changed',
      preview: isFormer ? 'From now on the new address counts.' : 'From now on this address counts.',
      tone: 'warn',
      title: 'Your e-mail was changed',
      blocks: [
        paragraph(
          isFormer
            ? 'From now on you sign in with the new address, and our mails go there.'
            : 'From now on you sign in with this address, and our mails come here.',
        ),
        facts([['New e-mail', isFormer ? hinted(email) : email]]),
        paragraph('Was it you? Then there is nothing to do.'),
        notMe(link),
        note('The button leads to a new password. If it does not let you in any more, just reply to this mail.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

/**
 * Returns the mail after a sign-in with a recovery code. `left` is the number of unused codes, null if unknown; `link` leads
 * to where the owner takes the account back.
 */
export function recoveryCodeUsedMail({ left, link }: { left: number | null; link: string }, trader?: Trader): Content {
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
          left !== null && left > 2 ? '' : ' Make new ones under Security in your account.',
        ),
        paragraph('Was it you? Then there is nothing else to do.'),
        notMe(link),
        note('The button leads to where you choose a new password, which signs out every device.'),
      ],
      why: SECURITY,
    },
    trader,
  )
}

function leftText(left: number | null): string {
  if (left === null) return 'It does not work again.'
  if (left === 0) return 'It was the last one.'
  return left === 1 ? '1 code is left.' : `${left} codes are left.`
}

/** Returns an address of which its owner recognizes enough: "i…@example.com". */
function hinted(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}…${email.slice(at)}`
}
