import { expect, it } from 'vitest'
import { returnPath } from './return-path'

it.each(['/checkout', '/p/halden-14#HALDEN-S', '/c/laptops/~/ram=16-gb?x=1', '/account/orders'])(
  'leads back to %s',
  (path) => expect(returnPath(path)).toBe(path),
)

it.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  ' /checkout',
  'checkout',
  '',
  '/sign-in/out',
  `/${'a'.repeat(501)}`,
  undefined,
  ['/checkout', '//evil.example'],
])('leads from %j to the account', (wanted) => expect(returnPath(wanted)).toBe('/account'))

it('keeps an encoded address as the path that it is', () => {
  expect(new URL(returnPath('/%2f%2fevil.example'), 'https://shop.example').host).toBe('shop.example')
  expect(new URL(returnPath('/%5cevil.example'), 'https://shop.example').host).toBe('shop.example')
})
