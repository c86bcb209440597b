import { describe, expect, it } from 'vitest'
import { checkoutFieldOf } from './fields'
import { checkoutFormSchema } from './form'

const fields = {
  email: 'ines.halvorsen@example.com',
  firstName: 'Ines',
  lastName: 'Halvorsen',
  street: 'Lange Reihe 28',
  extra: '',
  postcode: '20099',
  city: 'Hamburg',
  country: 'DE',
  deliveryMethod: 'EXPRESS',
  paymentMethod: 'BANK_TRANSFER',
  idempotencyKey: '6311bb56-0f1d-4f4d-915b-1a10428c82e3',
  'total-STANDARD': '130020',
  'total-EXPRESS': '131010',
}

const faults = (changes: Record<string, unknown>) => {
  const result = checkoutFormSchema.safeParse({ ...fields, ...changes })
  return result.success ? [] : [...new Set(result.error.issues.map(({ path }) => path.join('.')))]
}

describe('the checkout form', () => {
  it('becomes an order with the total shown for the chosen delivery', () => {
    expect(checkoutFormSchema.parse(fields)).toEqual({
      email: 'ines.halvorsen@example.com',
      address: {
        firstName: 'Ines',
        lastName: 'Halvorsen',
        street: 'Lange Reihe 28',
        postcode: '20099',
        city: 'Hamburg',
        country: 'DE',
      },
      deliveryMethod: 'EXPRESS',
      paymentMethod: 'BANK_TRANSFER',
      idempotencyKey: fields.idempotencyKey,
      expectedTotal: 131010,
    })
  })

  it('names every invalid field at once, including a postcode of another country', () => {
    expect(faults({ email: 'ines', street: ' ', postcode: '2009' })).toEqual([
      'email',
      'address.street',
      'address.postcode',
    ])
    expect(faults({ country: 'AT' })).toEqual(['address.postcode'])
  })

  it.each<[Record<string, unknown>, string]>([
    [{ country: 'SE' }, 'address.country'],
    [{ deliveryMethod: 'LOCKER' }, 'deliveryMethod'],
    [{ paymentMethod: '__proto__' }, 'paymentMethod'],
    [{ idempotencyKey: '1' }, 'idempotencyKey'],
    [{ 'total-EXPRESS': '-1' }, 'expectedTotal'],
    [{ 'total-EXPRESS': '1e9' }, 'expectedTotal'],
    [{ city: 'Hamburg\r\nBcc: all@example.com' }, 'address.city'],
    [{ street: ['a', 'b'] }, 'street'],
  ])('refuses %j', (changes, field) => {
    expect(faults(changes)).toContain(field)
  })

  it('accepts people with one name in either field', () => {
    expect(checkoutFormSchema.parse({ ...fields, lastName: '' }).address).toMatchObject({ firstName: 'Ines' })
    expect(checkoutFormSchema.parse({ ...fields, firstName: '\u200b' }).address).toMatchObject({
      firstName: '',
      lastName: 'Halvorsen',
    })
    expect(faults({ firstName: '\u200b', lastName: '\u3164' })).toEqual(['address.firstName'])
  })

  it('normalizes a postcode by its country', () => {
    const postcode = (changes: Record<string, string>) =>
      checkoutFormSchema.parse({ ...fields, ...changes }).address.postcode
    expect(postcode({ postcode: 'D-20099\u200b' })).toBe('20099')
    expect(postcode({ country: 'NL', postcode: 'nl-1012ab' })).toBe('1012 AB')
  })

  it('maps an error to its field', () => {
    expect(checkoutFieldOf('address.city')).toBe('city')
    expect(checkoutFieldOf('idempotencyKey')).toBeUndefined()
  })
})
