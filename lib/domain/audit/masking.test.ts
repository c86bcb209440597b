import { describe, expect, it } from 'vitest'
import { MASK, maskFacts, whatChanged } from './masking'

describe('facts of the audit log', () => {
  it('lose names, e-mail addresses, addresses, passwords and tokens, however deep', () => {
    const facts = {
      email: 'ines@example.com',
      Password: 'quince kettle harbour',
      shippingAddress: { firstName: 'Ines', city: 'Hamburg' },
      lines: [{ sku: 'A-1', recipient: 'Ines' }],
      token: 'abc',
      status: 'PAID',
    }
    expect(maskFacts('order', facts)).toEqual({
      email: MASK,
      Password: MASK,
      shippingAddress: MASK,
      lines: [{ sku: 'A-1', recipient: MASK }],
      token: MASK,
      status: 'PAID',
    })
  })

  it('keep the name of a thing, but not of a person', () => {
    expect(maskFacts('role', { name: 'Support' })).toEqual({ name: 'Support' })
    expect(maskFacts('customer', { name: 'Ines' })).toEqual({ name: MASK })
    expect(maskFacts('something new', { name: 'Ines' })).toEqual({ name: MASK })
  })

  it('lose addresses and secrets within a text', () => {
    const { note } = maskFacts('order', { note: 'Write to <ines@example.com>, key nxs_abc123, thanks' })
    expect(note).toBe(`Write to <${MASK}>, key ${MASK}, thanks`)
  })

  it('keep what is empty, numbers and dates', () => {
    const facts = { email: null, name: '', total: 900, isOwner: false, at: new Date(0), big: 3n, gone: undefined }
    expect(maskFacts('order', facts)).toEqual({
      email: null,
      name: '',
      total: 900,
      isOwner: false,
      at: '1970-01-01T00:00:00.000Z',
      big: '3',
      gone: null,
    })
  })
})

it('only fields that differ are kept, and all of something new or gone', () => {
  expect(whatChanged({ a: 1, b: [1] }, { a: 1, b: [2], c: 3 })).toEqual({ before: { b: [1] }, after: { b: [2], c: 3 } })
  expect(whatChanged(null, { a: 1 })).toEqual({ before: null, after: { a: 1 } })
  expect(whatChanged({ a: 1 }, null)).toEqual({ before: { a: 1 }, after: null })
})
