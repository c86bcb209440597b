import { describe, expect, it } from 'vitest'
import { isSignatureOf, signatureOf } from './signature'

describe('a signature', () => {
  it('is valid for its own text and purpose only', () => {
    const signature = signatureOf('cart', 'a')
    expect(isSignatureOf('cart', 'a', signature)).toBe(true)
    expect(isSignatureOf('visitor', 'a', signature)).toBe(false)
    expect(isSignatureOf('cart', 'b', signature)).toBe(false)
  })

  it('is refused where anything of it is missing, added or changed', () => {
    const signature = signatureOf('cart', 'a')
    for (const wrong of [
      '',
      signature.slice(1),
      `${signature}=`,
      signature.toLowerCase(),
      signature.replace(/.$/, 'é'),
    ])
      expect(isSignatureOf('cart', 'a', wrong), wrong).toBe(false)
  })
})
