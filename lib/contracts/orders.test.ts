import { expect, it } from 'vitest'
import { storedAddressSchema, storedOptionsSchema, storedSpecsSchema } from './orders'

it('a stored order is readable even if today’s rules would refuse it', () => {
  expect(storedOptionsSchema.parse({ 'Shoe size': '', Colour: 'Mint'.repeat(30), old: 7 })).toEqual({
    'Shoe size': '',
    Colour: 'Mint'.repeat(30),
  })
  expect(storedSpecsSchema.parse({ 'a.b': '', screen: 14, ports: [], gone: null })).toEqual({
    'a.b': '',
    screen: 14,
    ports: [],
  })
  expect(storedAddressSchema.parse({ firstName: 'X'.repeat(500), postcode: 2009 })).toEqual({
    firstName: 'X'.repeat(500),
    lastName: '',
    street: '',
    extra: undefined,
    postcode: '',
    city: '',
    country: '',
  })
})
