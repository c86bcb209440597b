import { type Content, layOut } from './layout'

const NOT_YOU = 'If it was not you, you need not do anything: without the link or the code, nothing happens.'

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
