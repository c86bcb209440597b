import { expect, it } from 'vitest'
import { initialsOf } from './initials'

it.each([
  ['Ines Halvorsen', 'IH'],
  ['Ines', 'I'],
  ['maximiliane von hohenstein', 'MH'],
  ['🦊 Fox', '🦊F'],
  ['', ''],
])('%j has the initials %j', (name, initials) => expect(initialsOf(name)).toBe(initials))
