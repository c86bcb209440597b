import type { Leaf } from '../../leaf'
import { between, chance, choice, flag, list, none, number, numbers, oneOf, someOf } from '../../specs'
import { HOME_WORDS } from '../../words'
import { FURNITURE_CLOSE } from './shared'

export const seating: Leaf = {
  path: 'home/furniture/seating',
  name: 'Sofas and chairs',
  about: 'Sit down first.',
  tint: 'rose',
  taxClass: 'standard',
  image: 'sofa',
  code: 'SIT',
  share: 42,
  words: HOME_WORDS,
  specs: [
    numbers('seats', 'Seats', '', 'Size', [1, 2, 3]),
    number('width', 'Width', 'cm', 'Size', between(140, 240, 2)),
    number('seatHeight', 'Seat height', 'cm', 'Size', between(42, 48)),
    choice('wood', 'Wood', 'Frame', ['Beech', 'Oak', 'Ash', 'Walnut']),
    choice('cover', 'Cover', 'Cover', ['Wool', 'Cotton', 'Velvet', 'Bouclé']),
    number('carries', 'Carries', 'kg', 'Frame', between(110, 160, 5)),
    flag('removableCover', 'Cover comes off', 'Cover', chance(0.6)),
    list(
      'rooms',
      'Good in',
      'Use',
      ['Kitchen', 'Living room', 'Study', 'Hall'],
      someOf(1, 3, 'Kitchen', 'Study', 'Hall'),
    ),
  ],
  colourTake: [1, 3],
  facts: [
    '[width>100] {width} wide: measure the door first.',
    'The seat is {seatHeight} above the floor.',
    '[removableCover] The cover comes off and washes at 30 degrees.',
    '[!removableCover] The cover stays on; a brush and patience do the rest.',
    'The frame is {~wood}, jointed and glued as it always was.',
    '[cover=Wool] Wool, so it is warm in January and shrugs off crumbs.',
    '[cover=Velvet] Velvet, which shows where you sat. Some like that.',
    '[seats=1] It carries {carries}, and a cat.',
    'Good in {~rooms}.',
  ],
  close: FURNITURE_CLOSE,
  lines: [
    {
      noun: 'sofa',
      motif: 'sofa',
      brands: ['Gable', 'Tenon'],
      names: ['{word} sofa', '{word} {~cover} sofa'],
      price: [549, 1690],
      specs: { seats: oneOf(2, 3), rooms: () => ['Living room'], carries: none },
      taglines: [
        '{seats} seats, {width}, lamp included.',
        'For reading until the light goes, and then the lamp.',
        '{cover}, on a frame of {~wood}.',
      ],
      open: [
        'A sofa with a lamp, since you would have bought one anyway.',
        'Deep enough to lie on, firm enough to get up from.',
        'It holds two readers, or one reader and a newspaper.',
      ],
      share: 3,
      pins: [
        {
          name: 'Reading sofa',
          brand: 'Gable',
          price: 749,
          colour: 'blue',
          tagline: '2 seats, 168 cm, lamp included.',
          specs: { seats: 2, width: 168 },
        },
      ],
    },
    {
      noun: 'chair',
      motif: 'chair',
      brands: ['Tenon', 'Gable', 'Holzwerk'],
      names: ['{word} chair', '{~wood} {word} chair'],
      price: [79, 289],
      specs: { seats: 1, width: between(42, 52), cover: none, removableCover: none },
      taglines: [
        '{wood}, {seatHeight}, and it does not wobble.',
        'A chair is a chair. This one more so.',
        'Steam-bent, oiled, stackable to four.',
      ],
      open: [
        'A chair for the kitchen that is fit to be seen in the study.',
        'The back gives a little, where backs like it.',
        'Made without a screw, so there is nothing to tighten.',
      ],
      share: 4,
    },
  ],
}
