import { describe, expect, it, vi } from 'vitest'
import { confirmEmailMail, emailChangedMail, newSignInMail, recoveryCodeUsedMail } from './security'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

const link = 'https://shop.example/not-me?token=abc'
const signIn = { device: 'Safari on iPhone', at: new Date('2026-11-22T13:06:31Z'), link }

describe('the mail about a new sign-in', () => {
  it('says with what, from where and when, in the time of the shop', () => {
    const { subject, text } = newSignInMail({ ...signIn, place: 'Hamburg' })
    expect(subject).toBe('New sign-in: Safari on iPhone, Hamburg')
    for (const fact of ['Device: Safari on iPhone', 'Place: Hamburg, guessed', 'When: Sunday 22 November, 14:06'])
      expect(text).toContain(fact)
  })

  it('leaves out what is unknown', () => {
    const { subject, text } = newSignInMail({ ...signIn, place: null, at: null })
    expect(subject).toBe('New sign-in: Safari on iPhone')
    expect(text).not.toMatch(/Place|When/)
  })
})

describe('the mails about another e-mail', () => {
  it('show the former address only as much of the new one as its owner recognizes', () => {
    const { text, html } = emailChangedMail({ email: 'wren@example.com', isFormer: true, link })
    for (const part of [text, html]) {
      expect(part).toContain('w…@example.com')
      expect(part).not.toContain('wren')
    }
    expect(emailChangedMail({ email: 'wren@example.com', isFormer: false, link }).text).toContain('wren@example.com')
  })

  it('have the confirming link only before the change', () => {
    expect(confirmEmailMail({ link }).text).toContain(`Confirm this address\n${link}`)
    for (const isFormer of [true, false])
      expect(emailChangedMail({ email: 'wren@example.com', isFormer, link }).text).not.toContain('Confirm')
  })
})

describe('the mail about a recovery code', () => {
  it.each([
    [7, '7 codes are left.', false],
    [2, '2 codes are left.', true],
    [1, '1 code is left.', true],
    [0, 'It was the last one.', true],
    [null, 'It does not work again.', true],
  ])('with %j left says so, and asks for new ones when they run low', (left, words, isLow) => {
    const text = recoveryCodeUsedMail({ left, link }).text.replace(/\s+/g, ' ')
    expect(text).toContain(words)
    expect(text.includes('Make new ones')).toBe(isLow)
  })
})
