import { describe, expect, it } from 'vitest'
import { normalPassword, passwordFault } from './password'

const context = {
  ownWords: ['Ines Halvorsen', 'ines.halvorsen@example.com', 'Nexus'],
  isCommon: (password: string) => password === 'letmeinletmein',
}
const fault = (password: string) => passwordFault(password, context)

describe('a password', () => {
  it.each([
    'correct horse battery',
    'ﾊﾛｰ・ﾜｰﾙﾄﾞ 2026 はい',
    '🦊🦊 fox and hound',
    'no UPPER case or 1 digit',
    'xxxyzwvut 12',
  ])('may be %s', (password) => expect(fault(normalPassword(password))).toBeNull())

  it('has at least twelve characters, or eight with a second factor, and at most 256', () => {
    expect(fault('short enough')).toBeNull()
    expect(fault('too short 1')).toContain('at least 12')
    expect(passwordFault('qv7 fuxo', { ...context, hasSecondFactor: true })).toBeNull()
    expect(fault('ab cd ef'.repeat(33))).toContain('at most 256')
    expect(fault('🦊'.repeat(11))).toContain('at least 12')
  })

  it('is neither common nor made of few characters, whatever their case', () => {
    expect(fault('LetMeInLetMeIn')).toContain('Many people')
    expect(fault('abababababababab')).toContain('more different characters')
  })

  it.each(['ineshalvorsen!', 'Halvorsen-2026', 'nexus@example', 'Halvorsen Halvorsen Nexus 1'])(
    'is more than own words: %s',
    (password) => expect(fault(password)).toContain('more than your name'),
  )

  it('is the same from every keyboard', () => {
    expect(normalPassword('Zu\u0308rich am See')).toBe(normalPassword('Zürich am See'))
  })
})
