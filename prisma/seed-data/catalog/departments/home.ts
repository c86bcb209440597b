import type { Department } from '../leaf'
import { beds } from './home/beds'
import { clocks } from './home/clocks'
import { cookware } from './home/cookware'
import { lighting } from './home/lighting'
import { plants } from './home/plants'
import { seating } from './home/seating'
import { teaCoffee } from './home/tea-coffee'
import { tools } from './home/tools'

export const home: Department = {
  path: 'home',
  name: 'Home',
  about: 'Things that stay.',
  tint: 'rose',
  image: 'sofa',
  groups: [
    { path: 'home/furniture', name: 'Furniture', about: 'To sit and to lie on.', image: 'chair', tint: 'butter' },
    { path: 'home/kitchen', name: 'Kitchen', about: 'Where everyone ends up.', image: 'pot', tint: 'mint' },
  ],
  leaves: [seating, beds, lighting, teaCoffee, cookware, clocks, plants, tools],
}
