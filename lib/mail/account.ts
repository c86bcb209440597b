import { bigCode, button, copyableLink, note, paragraph } from './design/blocks'
import { type Content, layOut, shopHost, type Trader } from './layout'

const ONCE = 'It works once, for 30 minutes.'

/** Returns the mail with which a new account is confirmed. `code` has six digits. */
export function confirmRegistrationMail({ link, code }: { link: string; code: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: `${code.slice(0, 3)} ${code.slice(3)} is your Nexus code`,
      preview: 'Or press the button in the mail. Both work once, for 30 minutes.',
      tone: 'butter',
      title: 'Your code',
      blocks: [
        paragraph(`Type it on the page where you asked for it. ${ONCE}`),
        bigCode(code),
        paragraph('Or on this device:'),
        button({ label: 'Confirm this address', href: link, isPlain: true }),
        note(
          'You did not ask? Then somebody typed your address by mistake. Do nothing, and tell the code to nobody: we never ask for it.',
        ),
      ],
      why: typedHere(),
    },
    trader,
  )
}

/** Returns the mail to somebody who has an account already, after a registration with the same address. */
export function alreadyRegisteredMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'You have an account at Nexus already',
      preview: 'Sign in, or choose a new password. Nothing was changed.',
      tone: 'lilac',
      title: 'You have an account',
      blocks: [
        paragraph('Somebody, probably you, wants to use this address for an account. It has one already.'),
        button({ label: 'Sign in', href: link }),
        note('Password forgotten? You can choose a new one there.'),
        note('It was not you? Do nothing. Nothing was changed.'),
      ],
      why: typedHere(),
    },
    trader,
  )
}

/** Returns the mail to an address without an account, after somebody wanted to sign in with it. */
export function noAccountMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'No account with this address at Nexus',
      preview: 'Maybe you used another address.',
      tone: 'lilac',
      title: 'No account with this address',
      blocks: [
        paragraph('Somebody, probably you, wants to sign in with this address. It has no account.'),
        paragraph('Maybe you used another address. Orders without an account open by the link in their mail.'),
        button({ label: 'Make an account', href: link }),
        note('It was not you? Do nothing.'),
      ],
      why: typedHere(),
    },
    trader,
  )
}

/** Returns the mail with a link that signs in. */
export function signInLinkMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Your link to sign in at Nexus',
      preview: ONCE,
      tone: 'lilac',
      title: 'Sign in',
      blocks: [
        paragraph(`With this link you sign in without your password. ${ONCE}`),
        button({ label: 'Sign in to Nexus', href: link }),
        copyableLink(link),
        note('It was not you? Do nothing. Without this link nobody gets in.'),
      ],
      why: 'somebody asked for a link to this address',
    },
    trader,
  )
}

/** Returns the mail with a link that sets a new password. */
export function resetPasswordMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Choose a new password at Nexus',
      preview: ONCE,
      tone: 'lilac',
      title: 'Choose a new password',
      blocks: [
        paragraph(`With this link you set a new password. Your old one is valid until then. ${ONCE}`),
        button({ label: 'Choose a password', href: link }),
        copyableLink(link),
        note('It was not you? Do nothing. Without this link nobody can change your password.'),
      ],
      why: 'somebody asked for a new password with this address',
    },
    trader,
  )
}

/** Returns the mail with a link that adds an order to the account that asked for it. */
export function claimOrderMail({ link }: { link: string }, trader?: Trader): Content {
  return layOut(
    {
      subject: 'Add your order to an account at Nexus',
      preview: ONCE,
      tone: 'butter',
      title: 'Is this your order?',
      blocks: [
        paragraph(
          'Somebody, probably you, wants to keep an order of this address in their account. The link works once, for 30 minutes.',
        ),
        button({ label: 'Add the order', href: link }),
        copyableLink(link),
        note('It was not you? Do nothing. Without this link nobody gets your order.'),
      ],
      why: 'somebody named an order of this address',
    },
    trader,
  )
}

const typedHere = () => `somebody typed this address at ${shopHost()}`
