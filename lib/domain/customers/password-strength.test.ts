import { expect, it } from 'vitest'
import { strengthOf } from './password-strength'

it.each([
  ['short', 'Too short', '7 more characters.'],
  ['ines.halvorsen1', 'Easy to guess', 'Please choose a password that is more than your name, your address or ours.'],
  ['quince kettle', 'Good', 'One more word makes it strong.'],
  ['quince kettle harbour', 'Strong', 'Nothing to add.'],
])('advises on %s', (typed, word, advice) =>
  expect(strengthOf(typed, ['Ines Halvorsen', 'ines.halvorsen@example.com'])).toMatchObject({ word, advice }),
)
