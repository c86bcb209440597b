import { describe, expect, it, vi } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import type { WithdrawalView } from '@/lib/contracts/withdrawal'
import * as account from './account'
import type { Content } from './layout'
import { orderConfirmation } from './order-confirmation'
import * as personalData from './personal-data'
import * as saved from './saved'
import * as security from './security'
import * as staff from './staff'
import { order } from './testing/order'
import * as withdrawals from './withdrawal'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

const link = `https://shop.example/in?token=${'aB3-_'.repeat(13)}&x=1`
const off = `https://shop.example/off?token=${'cD4-_'.repeat(13)}`
const at = new Date('2026-11-22T13:06:31Z')
const { trader } = DEMO_SETTINGS
const wild = {
  product: 'A <b>lamp</b> & "shade" with a name that takes more than one line',
  variant: 'Brass, <i>E27</i>',
}
const withdrawal: WithdrawalView = {
  number: 'W-2026-000087',
  name: 'Ines <b>Halvorsen</b>',
  order: 'NX-20388',
  email: 'ines@example.com',
  part: '',
  submittedAt: at.toISOString(),
  match: null,
  isMailHeldBack: false,
}
const wren = { email: 'wren@example.com' }
const signIn = { device: 'Safari on iPhone', place: 'Hamburg, Germany', at, link }

const SECURITY: Record<string, Content> = {
  'a new sign-in': security.newSignInMail(signIn, trader),
  'a new sign-in of which little is known': security.newSignInMail({ ...signIn, place: null, at: null }),
  'a changed password': security.passwordChangedMail({ link }, trader),
  'a changed e-mail, to the former one': security.emailChangedMail({ ...wren, isFormer: true, link }, trader),
  'a changed e-mail, to the new one': security.emailChangedMail({ ...wren, isFormer: false, link }, trader),
  'a used recovery code': security.recoveryCodeUsedMail({ left: 7, link }, trader),
  'a used recovery code of some': security.recoveryCodeUsedMail({ left: null, link }),
}
const NOTICES: Record<string, Content> = {
  'a lower price': saved.priceDropMail({ ...wild, before: 5_500, after: 4_400, link, off }, trader),
  'a lower price of a product without variants': saved.priceDropMail(
    { product: 'Petrol teapot', variant: '', before: 5_500, after: 4_400, link, off },
    trader,
  ),
  'stock that is back': saved.backInStockMail({ ...wild, link, off }, trader),
}
const MAILS: Record<string, Content> = {
  ...SECURITY,
  ...NOTICES,
  'an order': orderConfirmation(order, DEMO_SETTINGS),
  'an order from a seller without a name': orderConfirmation(order, { bank: DEMO_SETTINGS.bank }),
  'a registration': account.confirmRegistrationMail({ link, code: '402918' }, trader),
  'an address that has an account': account.alreadyRegisteredMail({ link }, trader),
  'an address without an account': account.noAccountMail({ link }, trader),
  'a link to sign in': account.signInLinkMail({ link }, trader),
  'a new password': account.resetPasswordMail({ link }, trader),
  'a claimed order': account.claimOrderMail({ link }, trader),
  'a new e-mail': security.confirmEmailMail({ link }, trader),
  'a wished notice': saved.confirmNoticeMail({ ...wild, link }, trader),
  'an invitation': staff.staffInvitationMail({ inviter: 'Mo <x>', role: 'Fulfilment', link, expiresAt: at }, trader),
  'an export': personalData.exportReadyMail({ link, expiresAt: at }, trader),
  'a planned deletion': personalData.deletionPlannedMail({ at, link }, trader),
  'a deletion': personalData.deletionDoneMail(trader),
  'a withdrawal': withdrawals.withdrawalAcknowledgement(withdrawal, trader),
  'a withdrawal, to staff': withdrawals.withdrawalForShop(withdrawal, trader),
}
const each = (mails: Record<string, Content>) => it.each(Object.entries(mails))

const unescaped = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => unescaped(href))

describe('the mail about', () => {
  each(MAILS)('%s has a text part 56 characters wide, with its links on lines of their own', (_, { text }) => {
    for (const line of text.split('\n')) {
      if (line.includes('https://')) expect(line).toMatch(/^https:\/\/\S+$/)
      else expect(line.length, line).toBeLessThanOrEqual(56)
    }
  })

  each(MAILS)('%s has the links of its box in the text part too', (_, { text, html }) => {
    const foot = ['terms', 'privacy', 'imprint'].map((page) => `https://shop.example/help/${page}`)
    const links = linksOf(html).filter((href) => !foot.includes(href))
    for (const href of links) expect(text.split('\n')).toContain(href)
  })

  each(MAILS)('%s fetches nothing from anywhere and runs nothing', (_, { html }) => {
    expect(html).not.toMatch(/<img|<link|<script|<iframe|<object|url\(|@import|@font-face|src=|background="/i)
  })

  each(MAILS)('%s is laid out by tables of 600 pixels, light inline and dark in its head', (_, { html }) => {
    expect(html).toContain('width="600"')
    expect(html).toContain('max-width:600px')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).not.toContain('oklch')
    for (const [, names = ''] of html.matchAll(/class="([^"]*)"/g))
      for (const name of names.split(' ').filter((one) => one !== 'm-accent'))
        expect(html, `a rule for .${name}`).toMatch(new RegExp(`\\.${name}\\b[^{}]*\\{`))
  })

  each(MAILS)('%s has one heading, a preview, why it came, and who sends it', (_, { html, text }) => {
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<div style="display:none[^"]*">[^<]{10,}<\/div>/)
    const words = text.replace(/\s+/g, ' ')
    expect(words).toMatch(/You get this mail because .+\. Questions\? Just reply\./)
    expect(words).toMatch(/Nexus Demo GmbH, Musterstraße 1|Imprint https:\/\/shop\.example\/help\/imprint/)
  })

  each(MAILS)('%s shows names as they are and never runs them', (_, { html }) => {
    expect(html).not.toMatch(/<b>lamp|<i>E27|<b>Halvorsen|<x>/)
  })

  each(MAILS)('%s leaves no gap where there is nothing to say', (_, { text, html }) => {
    expect(text).not.toMatch(/\n{3}|undefined|null/)
    expect(html).not.toMatch(/undefined|null|\[object/)
  })
})

describe('each mail about the security of an account', () => {
  each(SECURITY)('lets its reader say that it was not them: %s', (_, { html, text }) => {
    expect(linksOf(html)).toContain(link)
    expect(text).toContain(`It was not me\n${link}`)
  })
})

describe('each notice', () => {
  each(NOTICES)('can be switched off by one press, also by the mail program: %s', (_, { html, text, headers }) => {
    expect(html).toContain(`href="${off}"`)
    expect(text).toContain(`Switch it off\n${off}`)
    expect(headers).toEqual({
      'List-Unsubscribe': `<${off}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('is the only kind of mail that has such headers', () => {
    const others = Object.entries(MAILS).filter(([name]) => !(name in NOTICES))
    for (const [name, { headers }] of others) expect(headers, name).toBeUndefined()
  })
})
