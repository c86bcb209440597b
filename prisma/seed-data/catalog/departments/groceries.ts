import type { Department } from '../leaf'
import { bakery } from './groceries/bakery'
import { coffeeTea } from './groceries/coffee-tea'
import { dairy } from './groceries/dairy'
import { fruit } from './groceries/fruit'
import { larder } from './groceries/larder'
import { sweets } from './groceries/sweets'
import { vegetables } from './groceries/vegetables'

export const groceries: Department = {
  path: 'groceries',
  name: 'Groceries',
  about: 'Eat well, waste little.',
  tint: 'mint',
  image: 'tin',
  leaves: [fruit, vegetables, bakery, dairy, larder, sweets, coffeeTea],
}
