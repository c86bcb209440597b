import { describe, expect, it, vi } from 'vitest'
import { backInStockMail, confirmNoticeMail, priceDropMail } from './saved'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')

const teapot = { product: 'Petrol teapot', variant: '1.2 l', link: 'https://shop.example/p/teapot' }
const off = 'https://shop.example/off?token=abc'

describe('the mail about a lower price', () => {
  it('compares with the lowest price of the last 30 days, and never overstates the percentage', () => {
    const { subject, text, html } = priceDropMail({ ...teapot, before: 5_500, after: 4_399, off })
    expect(subject).toBe('€11.01 less: Petrol teapot')
    expect(text).toMatch(/^Petrol teapot +€43\.99 −20 %$/m)
    expect(text).toContain('€55.00 was the lowest price of the last 30 days')
    expect(html).toContain('<s>€55.00</s> was the lowest price of the last 30 days')
  })
})

describe('the mail about stock', () => {
  it('names the product and what it is', () => {
    const { subject, text } = backInStockMail({ ...teapot, off })
    expect(subject).toBe('Back: Petrol teapot')
    expect(text).toContain('Petrol teapot\n  1.2 l\n')
    expect(text).toContain(`See it\n${teapot.link}`)
  })

  it('refuses an address to switch it off that is none', () => {
    expect(() => backInStockMail({ ...teapot, off: 'not an address' })).toThrow()
    const { headers } = backInStockMail({ ...teapot, off: 'https://shop.example/off?a=b\r\nBcc: x@example.com' })
    expect(headers?.['List-Unsubscribe']).not.toMatch(/[\r\n]/)
  })

  it('waits for a guest to confirm, and says what follows if not', () => {
    const text = confirmNoticeMail(teapot).text.replace(/\s+/g, ' ')
    expect(text).toContain(`Tell me when ${teapot.link}`)
    expect(text).toContain('Do nothing, and no mail follows.')
  })
})
