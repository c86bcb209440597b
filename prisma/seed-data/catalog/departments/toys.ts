import type { Department } from '../leaf'
import { games } from './toys/games'
import { models } from './toys/models'
import { music } from './toys/music'
import { outdoors } from './toys/outdoors'
import { plush } from './toys/plush'

export const toys: Department = {
  path: 'toys',
  name: 'Toys',
  about: 'For ages 0 to done.',
  tint: 'butter',
  image: 'bear',
  leaves: [plush, games, models, music, outdoors],
}
