import { expect, it } from 'vitest'
import { PERMISSIONS } from '@/lib/domain/staff/permissions'
import { navFor } from './nav'

const labels = (permissions: Parameters<typeof navFor>[0]) =>
  navFor(permissions).flatMap(({ entries }) => entries.map(({ label }) => label))

it('the office shows each person the pages that they may open', () => {
  expect(labels([])).toEqual(['Start', 'Security'])
  expect(labels(['audit:read'])).toEqual(['Start', 'Sign-in log', 'Security'])
  expect(labels(PERMISSIONS)).toEqual(['Start', 'Staff and roles', 'Sign-in log', 'Security'])
})
