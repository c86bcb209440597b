import type { Department } from '../leaf'
import { bicycles } from './vehicles/bicycles'
import { carCare } from './vehicles/car-care'
import { parts } from './vehicles/parts'
import { scooters } from './vehicles/scooters'

export const vehicles: Department = {
  path: 'vehicles',
  name: 'Bikes and cars',
  about: 'Two wheels good.',
  tint: 'sky',
  image: 'bicycle',
  leaves: [bicycles, scooters, parts, carCare],
}
