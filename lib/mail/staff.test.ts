import { expect, it, vi } from 'vitest'
import { staffInvitationMail, staffResetMail } from './staff'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

it('the mail that invites to the staff says who invites, as what, and until when', () => {
  const link = 'https://shop.example/admin/join?token=abc'
  const expiresAt = new Date('2026-11-28T23:30:00Z')
  const { subject, text } = staffInvitationMail({ inviter: 'Mo', role: 'Fulfilment', link, expiresAt })
  expect(subject).toBe('Mo invites you to the staff of Nexus')
  for (const part of ['Role: Fulfilment', 'Until: Sunday 29 November, 00:30', link]) expect(text).toContain(part)
})

it('the mail with a new way into the office says until when, and that the old one is good until then', () => {
  const link = 'https://shop.example/admin/invitation?token=abc'
  const { subject, text } = staffResetMail({ link, expiresAt: new Date('2026-11-28T23:30:00Z') })
  expect(subject).toBe('A new way into the office of Nexus')
  for (const part of ['The old ones are good until then.', 'Sunday 29 November, 00:30', link])
    expect(text).toContain(part)
})
