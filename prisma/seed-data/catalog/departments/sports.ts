import type { Department } from '../leaf'
import { balls } from './sports/balls'
import { camping } from './sports/camping'
import { rackets } from './sports/rackets'
import { water } from './sports/water'
import { wheels } from './sports/wheels'
import { winter } from './sports/winter'

export const sports: Department = {
  path: 'sports',
  name: 'Sports',
  about: 'Out you go.',
  tint: 'lilac',
  image: 'football',
  leaves: [balls, rackets, camping, water, winter, wheels],
}
