import { describe, expect, it } from 'vitest'
import { isVisible, tidyLine, tidyLines } from './typed-text'

describe('a typed line', () => {
  it.each([
    ['  Ines ', 'Ines'],
    ['\u200bInes\u200b', 'Ines'],
    ['Ines\u00a0\u2009 Halvorsen', 'Ines Halvorsen'],
    ['Ines\u2028Halvorsen', 'Ines Halvorsen'],
    ['Ines\u202e Halvorsen\u202c', 'Ines Halvorsen'],
    ['\u2066Ines\u2069\u200f', 'Ines'],
    ['In\u00ades\u0000', 'Ines'],
    ['Ines \u200b Halvorsen', 'Ines Halvorsen'],
    ['Jose\u0301', 'José'],
    ['Ines\ud800', 'Ines'],
  ])('%j becomes %j', (typed, tidied) => expect(tidyLine(typed)).toBe(tidied))

  it.each([
    '',
    ' ',
    '\u200b',
    '\u200d',
    '\u3164',
    '\u2800',
    '\u00a0',
    '\u202e',
    '\ufe0f',
    '\u{e0041}',
    '\u115f\u1160',
    '\u0301',
    '\u20dd',
    '\ue000',
    '\u0378',
    '\ufffc',
    '\u{1d159}',
  ])('counts as empty if invisible: %j', (typed) => {
    expect(tidyLine(typed)).toBe('')
    expect(isVisible(typed)).toBe(false)
  })

  it.each(['می‌خواهم', '👩‍🚀', '❤️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '葛󠄀城', 'ᠠ᠋', 'O’Hara-Söhne', '李', 'क्‍ष'])(
    'keeps joiners and selectors that its script or emoji needs: %s',
    (typed) => expect(tidyLine(typed)).toBe(typed.normalize('NFC')),
  )

  it('hides no text in tag characters outside of flags', () => {
    expect(tidyLine('Ines\u{e0048}\u{e0069}')).toBe('Ines')
  })
})

it('several lines keep their breaks of any kind, and at most one empty line', () => {
  expect(tidyLines(' One. \r\n\r\n\r\n\u200b\nTwo.\u2028Three\u2029\tfour ')).toBe('One.\n\nTwo.\nThree\nfour')
})
