import { type Content, layOut } from './layout'

/** Returns the mail that invites somebody into the office. */
export function staffInvitationMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'You are invited to the office of Nexus',
    heading: 'Come and work with us',
    lead: 'You are invited to the office of this shop. With the link you choose a name, a password and a second factor.',
    button: { label: 'Accept the invitation', href: link },
    paragraphs: ['It works once, for 7 days.', 'You did not expect it? Then you need not do anything.'],
  })
}

/** Returns the mail with which a member of staff sets a new password and a new second factor. */
export function staffResetMail({ link }: { link: string }): Content {
  return layOut({
    subject: 'Choose a new password for the office of Nexus',
    heading: 'A new way in',
    lead: 'With this link you set a new password and a new second factor for the office. The old ones are valid until then.',
    button: { label: 'Choose a password', href: link },
    paragraphs: [
      'It works once, for 24 hours.',
      'You did not ask for it? Then tell whoever looks after the staff of this shop.',
    ],
  })
}
