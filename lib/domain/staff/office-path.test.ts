import { expect, it } from 'vitest'
import { officePath } from './office-path'

it.each(['/admin', '/admin/staff', '/admin/staff/roles/new?x=1', '/admin?x=1'])('leads on to %s', (path) => {
  expect(officePath(path)).toBe(path)
})

it.each([
  undefined,
  '',
  '/',
  '/account',
  '/administration',
  '//evil.example/admin',
  '/\\evil.example',
  'https://evil.example/admin',
  '/admin/../account',
  '/admin/sign-in',
  '/admin/sign-in/code',
  '/admin/invitation?token=x',
  '/admin/do/sign-out',
])('leads from %j to the first page', (path) => {
  expect(officePath(path)).toBe('/admin')
})
