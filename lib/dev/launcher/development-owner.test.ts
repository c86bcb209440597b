import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { keepOwner } from './development-owner'

const folder = mkdtempSync(join(tmpdir(), 'owner-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('the owner’s password is in a file that only its user can read, even if others could before', () => {
  const file = join(folder, 'data', 'owner.txt')
  keepOwner(file, 'one')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(file)
  writeFileSync(file, 'old', { mode: 0o644 })
  keepOwner(file, 'two')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toBe('two')
})
