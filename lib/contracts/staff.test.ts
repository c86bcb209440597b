import { expect, it } from 'vitest'
import { textFields } from './form-fields'
import { roleFormSchema } from './staff'

const posted = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return roleFormSchema.safeParse(textFields(form))
}

it('a posted role has the ticked permissions that exist, and a limit only with refunds', () => {
  const ticked = { 'may-reports-read': 'yes', 'may-root-all': 'yes', 'may-orders-read': 'no' }
  expect(posted({ name: ' Reports ', refundLimit: '250', ...ticked }).data).toEqual({
    id: undefined,
    name: 'Reports',
    permissions: ['reports:read'],
    refundLimit: null,
  })
  const refunds = posted({ name: 'Refunds', refundLimit: '€ 99,50', 'may-refunds-write': 'yes' })
  expect(refunds.data).toMatchObject({ permissions: ['refunds:write'], refundLimit: 9_950 })
})

it.each(['-1', 'many', '1e9', '2000000', 'NaN'])('a refund limit of %s is refused', (refundLimit) => {
  expect(posted({ name: 'Refunds', refundLimit, 'may-refunds-write': 'yes' }).success).toBe(false)
})
