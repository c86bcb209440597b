import { describe, expect, it, vi } from 'vitest'
import {
  alreadyRegisteredMail,
  confirmRegistrationMail,
  noAccountMail,
  resetPasswordMail,
  signInLinkMail,
} from './account'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

const link = 'https://shop.example/in?token=abc'

describe('the mail with a code', () => {
  const { subject, text, html } = confirmRegistrationMail({ link, code: '402918' })

  it('has it in the subject in two groups, and in one piece where it is copied', () => {
    expect(subject).toBe('402 918 is your Nexus code')
    expect(text).toContain('\n402918\n')
    expect(html).toContain('>402918<')
  })

  it('has the link as another way, and says how long both work', () => {
    expect(text).toContain(`Confirm this address\n${link}`)
    expect(text.replace(/\s+/g, ' ')).toContain('It works once, for 30 minutes.')
  })
})

describe('links that sign in', () => {
  it('stand as text too, for mail programs whose buttons do nothing', () => {
    for (const { html } of [signInLinkMail({ link }), resetPasswordMail({ link })])
      expect(html).toContain(`The button does nothing? Copy this:<br>${link}`)
  })
})

describe('mails to an address of which a stranger may have said anything', () => {
  it('tell its owner that nothing has to be done', () => {
    const mails = [confirmRegistrationMail({ link, code: '402918' }), alreadyRegisteredMail({ link })]
    for (const { text } of [...mails, noAccountMail({ link }), signInLinkMail({ link }), resetPasswordMail({ link })])
      expect(text).toMatch(/Do\s+nothing/)
  })
})
