import { describe, expect, it, vi } from 'vitest'
import { deletionDoneMail, deletionPlannedMail, exportReadyMail } from './personal-data'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

const link = 'https://shop.example/link?token=abc'
const lateInTheEvening = new Date('2026-11-28T23:30:00Z') // 0:30 of the 29th in the shop's time zone

describe('the mail about', () => {
  it('an export says until when its link works', () => {
    const text = exportReadyMail({ link, expiresAt: new Date('2026-11-23T13:06:00Z') }).text.replace(/\s+/g, ' ')
    expect(text).toContain('until Monday 23 November, 14:06')
    expect(text).toContain(link)
  })

  it('a planned deletion names the day in the shop’s time zone, and the link that keeps the account', () => {
    const { subject, text } = deletionPlannedMail({ at: lateInTheEvening, link })
    expect(subject).toBe('Your account at Nexus will be deleted on Sunday 29 November')
    expect(text).toContain(`Keep my account\n${link}`)
  })

  it('a deletion says what stays', () => {
    expect(deletionDoneMail().text.replace(/\s+/g, ' ')).toContain('as long as the law requires')
  })
})
