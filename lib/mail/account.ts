import { type Content, layOut } from './layout'

const NOT_YOU = 'If it was not you, you need not do anything: without this mail, nothing happens.'

/** Returns the mail with which a new account is confirmed. `code` has six digits. */
export function confirmRegistrationMail({ link, code }: { link: string; code: string }): Content {
  return layOut({
    subject: `${code} is your code for Nexus`,
    heading: 'Is this your e-mail?',
    lead: 'Somebody, probably you, wants to make an account with this address.',
    facts: [['Code', code]],
    button: { label: 'Confirm my e-mail', href: link },
    paragraphs: ['Link and code work once, for 30 minutes.', NOT_YOU],
  })
}

/** Returns the mail to somebody who has an account already, after a registration with the same address. */
export function alreadyRegisteredMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'You have an account at Nexus already',
    heading: 'You are here already',
    lead: 'Somebody, probably you, tried to make an account with this address. It has one.',
    button: { label: 'Sign in', href: link },
    paragraphs: ['Nothing was changed. If it was not you, you need not do anything.'],
  })
}

/** Returns the mail to an address without an account, after somebody wanted to sign in with it. */
export function noAccountMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'No account with this address at Nexus',
    heading: 'There is no account here',
    lead: 'Somebody, probably you, wants to sign in with this address. It has no account; maybe you used another one.',
    button: { label: 'Make an account', href: link },
    paragraphs: ['If it was not you, you need not do anything.'],
  })
}

/** Returns the mail with a link that signs in. */
export function signInLinkMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Your link to sign in at Nexus',
    heading: 'Come in',
    lead: 'With this link you sign in without your password.',
    button: { label: 'Sign in', href: link },
    paragraphs: ['It works once, for 30 minutes.', NOT_YOU],
  })
}

/** Returns the mail with a link that sets a new password. */
export function resetPasswordMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Choose a new password at Nexus',
    heading: 'Choose a new password',
    lead: 'With this link you set a new password. Your old one is valid until then.',
    button: { label: 'Choose a password', href: link },
    paragraphs: ['It works once, for 30 minutes.', NOT_YOU],
  })
}

/** Returns the mail that tells a person of a new password. */
export function passwordChangedMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Your password at Nexus was changed',
    heading: 'You have a new password',
    lead: 'The password of your account was changed, and all other devices were signed out.',
    button: { label: 'It was not me', href: link },
    paragraphs: ['If it was you, you need not do anything. If not, choose a new password at once, and write to us.'],
  })
}
