import { expect, it } from 'vitest'
import { suggestQuerySchema } from './listing'

const faultOf = (q: unknown) => suggestQuerySchema.safeParse({ q }).error?.issues[0]?.message

it('a query is cleaned, and refused if empty or too long', () => {
  expect(suggestQuerySchema.parse({ q: ' \u0000lamp\u0007 🍋  ' })).toEqual({ q: 'lamp 🍋' })
  expect(suggestQuerySchema.parse({ q: `${' '.repeat(500)}lamp` })).toEqual({ q: 'lamp' })
  expect(faultOf(undefined)).toBe('must be given')
  expect(faultOf(' \u0001\u0007\ud800')).toBe('must not be empty')
  expect(faultOf('x'.repeat(201))).toBe('is too long')
  expect(faultOf('x'.repeat(10_000))).toBe('is too long')
})
