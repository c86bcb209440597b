import type { Department } from '../leaf'
import { cameras } from './electronics/cameras'
import { desktops } from './electronics/desktops'
import { gaming } from './electronics/gaming'
import { headphones } from './electronics/headphones'
import { keyboardsMice } from './electronics/keyboards-mice'
import { laptops } from './electronics/laptops'
import { phones } from './electronics/phones'
import { radios } from './electronics/radios'
import { watches } from './electronics/watches'

export const electronics: Department = {
  path: 'electronics',
  name: 'Electronics',
  about: 'Measured, not claimed.',
  tint: 'sky',
  image: 'camera',
  groups: [
    {
      path: 'electronics/audio',
      name: 'Audio',
      about: 'In your ears, and out of them.',
      image: 'headphones',
      tint: 'mint',
    },
  ],
  leaves: [laptops, desktops, keyboardsMice, phones, headphones, radios, cameras, watches, gaming],
}
