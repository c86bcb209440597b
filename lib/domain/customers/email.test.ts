import { describe, expect, it } from 'vitest'
import { foldEmail, normalEmail } from './email'

describe('an e-mail address', () => {
  it.each([
    'ines@example.com',
    'info@müller-beispiel.example',
    'jürgen@example.com',
    'a&b@example.com',
    'x=y@example.com',
    'jo@example.xn--p1ai',
    "o'hara+shop@mail.example.co.uk",
    '用户@例え.テスト',
    'почта@пример.рф',
    'ines@1and1.example',
    `${'a'.repeat(64)}@example.com`,
  ])('that a mail server accepts is kept unchanged: %s', (typed) => expect(normalEmail(typed)).toBe(typed))

  it.each([
    [' ines@example.com\u200b', 'ines@example.com'],
    ['\u2066Ines@Example.COM\u2069', 'Ines@example.com'],
    ['ines＠ｅｘａｍｐｌｅ．com', 'ines@example.com'],
    ['ines@例え。テスト', 'ines@例え.テスト'],
    ['ju\u0308rgen@example.com', 'jürgen@example.com'],
    ['in\ufe0fes\u034f@exam\ufe0fple.com', 'ines@example.com'],
  ])('is cleaned of traces of keyboards and pasting: %j', (typed, kept) => expect(normalEmail(typed)).toBe(kept))

  it.each([
    '',
    'ines',
    'ines@',
    '@example.com',
    'ines@example',
    'ines@localhost',
    'ines@-example.com',
    'ines@example-.com',
    'ines@exa mple.com',
    'ines halvorsen@example.com',
    'ines@example..com',
    'ines@example.com.',
    '.ines@example.com',
    'ines.@example.com',
    'in..es@example.com',
    'ines@127.0.0.1',
    'ines@[127.0.0.1]',
    'ines@example.com:25',
    'ines@example.com/x',
    'ines@user@example.com/',
    'ines,mara@example.com',
    'Ines <ines@example.com>',
    'ines@example.com\r\nBcc: all@example.com',
    '"ines"@example.com',
    '\u0301\u20dd@example.com',
    'in\u200des@example.com',
    'ines@example.c',
    'ines@example.123',
    'ines@xn--.com',
    `${'a'.repeat(65)}@example.com`,
    `${'ü'.repeat(33)}@example.com`,
    `ines@${'a'.repeat(64)}.com`,
    `ines@${'a.'.repeat(130)}com`,
  ])('that no mail server accepts is refused: %j', (typed) => expect(normalEmail(typed)).toBeNull())

  it.each([
    ['INES.Halvorsen@EXAMPLE.com', 'ines.halvorsen@example.com'],
    ['info@MÜLLER-beispiel.example', 'info@xn--mller-beispiel-gsb.example'],
    ['JÜRGEN@example.com', 'ju\u0308rgen@example.com'],
    ['ｉｎｅｓ@example.com', 'ines@example.com'],
  ])('is matched in any spelling: %s', (one, other) => expect(foldEmail(one)).toBe(foldEmail(other)))

  it('is not confused with another one', () => {
    expect(foldEmail('ines@example.com')).not.toBe(foldEmail('ines@example.org'))
    expect(foldEmail('i.nes@example.com')).not.toBe(foldEmail('ines@example.com'))
  })
})
