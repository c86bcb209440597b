import type { Department } from '../leaf'
import { bath } from './beauty/bath'
import { grooming } from './beauty/grooming'
import { makeUp } from './beauty/make-up'
import { skinCare } from './beauty/skin-care'

export const beauty: Department = {
  path: 'beauty',
  name: 'Beauty',
  about: 'Soap, water, and a few good things.',
  tint: 'rose',
  image: 'pumpBottle',
  leaves: [skinCare, bath, makeUp, grooming],
}
