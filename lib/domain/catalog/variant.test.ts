import { describe, expect, it } from 'vitest'
import { fragmentVariant, variantFragment } from './variant'

describe('the fragment that selects a variant', () => {
  it.each([
    { sku: 'TEE-M', isComplete: true },
    { sku: 'TEE-M', isComplete: false },
  ])('is read as it was made: %o', (linked) => {
    expect(fragmentVariant(variantFragment(linked))).toEqual(linked)
  })

  it('is never malformed', () => {
    for (const fragment of ['', '#', '#~', '#%E0%A4%A', '##', '#~~A'])
      expect(fragmentVariant(fragment).sku, fragment).not.toMatch(/^[A-Z]/)
  })
})
