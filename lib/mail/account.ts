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

/** Returns the mail with which a new address of an account is confirmed. */
export function confirmEmailMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Is this your new e-mail for Nexus?',
    heading: 'Is this your new e-mail?',
    lead: 'Somebody, probably you, wants to use this address for their account.',
    button: { label: 'Use this address', href: link },
    paragraphs: ['The link works once, for 30 minutes.', NOT_YOU],
  })
}

/** Returns the mail that tells the old and the new address of a change. */
export function emailChangedMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Your e-mail at Nexus was changed',
    heading: 'You have a new e-mail',
    lead: 'The e-mail address of your account was changed.',
    button: { label: 'It was not me', href: link },
    paragraphs: ['If it was you, you need not do anything. If not, write to us at once.'],
  })
}

/** Returns the mail with a link that adds an order to an account. */
export function claimOrderMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Add your order to an account at Nexus',
    heading: 'Is this your order?',
    lead: 'Somebody, probably you, wants to keep an order of this address in their account.',
    button: { label: 'Add the order', href: link },
    paragraphs: ['The link works once, for 30 minutes.', NOT_YOU],
  })
}

/** Returns the mail after a sign-in with a browser that the account did not know. */
export function newDeviceMail({ link, device }: { link: string; device: string }): Content {
  return layOut({
    subject: `New sign-in: ${device}`,
    heading: 'Was that you?',
    lead: 'Somebody signed in to your account with a browser that we did not know.',
    facts: [['Device', device]],
    button: { label: 'It was not me', href: link },
    paragraphs: ['If it was you, you need not do anything. If not, choose a new password at once.'],
  })
}

/** Returns the mail after a sign-in with a recovery code. */
export function recoveryCodeUsedMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'A recovery code was used at Nexus',
    heading: 'A recovery code was used',
    lead: 'Somebody, probably you, signed in to your account with one of your recovery codes. It works no more.',
    button: { label: 'It was not me', href: link },
    paragraphs: ['Are few left? Make new ones under Security.'],
  })
}
