import { describe, expect, it, vi } from 'vitest'
import type { WithdrawalView } from '@/lib/contracts/withdrawal'
import { withdrawalAcknowledgement, withdrawalForShop } from './withdrawal'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

const withdrawal: WithdrawalView = {
  number: 'W-2026-000087',
  name: 'Ines <b>Halvorsen</b>',
  order: 'NX-20388 http://evil.example',
  email: 'ines@example.com',
  part: 'Only\nthe keyboard',
  submittedAt: '2026-11-22T13:06:31.000Z',
  match: { orderId: 'a', number: 'NX-20388', lastDay: '2026-11-28', isLate: false },
  isMailHeldBack: false,
}
const late = { ...withdrawal, match: { orderId: 'a', number: 'NX-20388', lastDay: '2026-07-31', isLate: true } }

describe('the acknowledgement', () => {
  it('has the content of the statement, and the day and second in which it came', () => {
    const { text, html } = withdrawalAcknowledgement(withdrawal)
    expect(text).toContain('Sunday, 22 November 2026, 14:06:31')
    for (const part of ['W-2026-000087', 'NX-20388', 'Only\nthe keyboard', 'ines@example.com'])
      expect(text).toContain(part)
    expect(text.replace(/\s+/g, ' ')).toContain('6 December')
    expect(html).toContain('Ines &lt;b&gt;Halvorsen&lt;/b&gt;')
    expect(html).not.toContain('<b>Halvorsen')
  })

  it('has no word of the sender in its subject or heading', () => {
    const { subject, text, html } = withdrawalAcknowledgement(withdrawal)
    expect(subject).toBe('Your withdrawal W-2026-000087 is in')
    expect(text.split('\n')[0]).toBe('Your withdrawal is in')
    expect(html.slice(0, html.indexOf('</h1>'))).not.toMatch(/Ines|NX-20388|evil|keyboard/)
  })

  it('says that it is late, and what follows', () => {
    const words = withdrawalAcknowledgement(late).text.replace(/\s+/g, ' ')
    expect(words).toContain('ended on 31 July')
    expect(words).toContain('within 2 working days')
  })

  it('says nothing of an order that was not found', () => {
    const words = ({ text }: { text: string }) => text
    expect(words(withdrawalAcknowledgement({ ...withdrawal, match: null }))).toBe(
      words(withdrawalAcknowledgement(withdrawal)),
    )
  })
})

describe('the notice for staff', () => {
  it('says what was found', () => {
    expect(withdrawalForShop(withdrawal)).toMatchObject({
      subject: 'Withdrawal W-2026-000087',
      text: expect.stringContaining('Found: NX-20388'),
    })
    expect(withdrawalForShop(late).subject).toBe('Withdrawal W-2026-000087, late')
    expect(withdrawalForShop({ ...withdrawal, match: null }).subject).toBe('Withdrawal W-2026-000087, no order found')
  })

  it('says that nobody was sent an acknowledgement', () => {
    expect(withdrawalForShop({ ...withdrawal, isMailHeldBack: true }).text).toContain('NOT acknowledged')
  })
})
