import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openForm, sealForm } from './sent-form'

const form = {
  id: 'a1b2c3d4',
  values: { email: 'ines@', city: 'Hamburg' },
  refusal: { message: 'Please check the highlighted fields.', fieldErrors: { email: 'Is it name@example.com?' } },
}

describe('a plain form that was refused', () => {
  it('comes back as it was sent', () => {
    expect(openForm(sealForm(form))).toEqual(form)
  })

  it('is dropped if somebody edited the cookie', () => {
    const [body = '', signature = ''] = sealForm(form).split('.')
    const other = sealForm({ ...form, values: {} }).split('.')[0]
    for (const edited of [undefined, '', '.', 'x', `${other}.${signature}`, `${body}.`, `${body}.${signature}x`, body])
      expect(openForm(edited)).toBeNull()
  })

  it('fits into a cookie however long the input, and drops what can be recomputed first', () => {
    const noise = (length: number) => randomBytes(length).toString('base64').slice(0, length)
    const details = { lines: Array.from({ length: 100 }, () => ({ sku: noise(40), name: noise(120) })) }
    const crowded = sealForm({ ...form, refusal: { ...form.refusal, details } })
    expect(crowded.length).toBeLessThan(3_900)
    expect(openForm(crowded)).toEqual(form)

    const names = ['email', 'firstName', 'lastName', 'street', 'extra', 'postcode', 'city', 'country']
    const long = sealForm({ ...form, values: Object.fromEntries(names.map((name) => [name, noise(1_000)])) })
    expect(long.length).toBeLessThan(3_900)
    expect(Object.values(openForm(long)?.values ?? {}).map(({ length }) => length)).toEqual(names.map(() => 120))
  })
})
