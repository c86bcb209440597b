import type { Department } from '../leaf'
import { bags } from './clothing/bags'
import { boots } from './clothing/boots'
import { coats } from './clothing/coats'
import { dresses } from './clothing/dresses'
import { hatsScarves } from './clothing/hats-scarves'
import { shirts } from './clothing/shirts'
import { sneakers } from './clothing/sneakers'
import { socks } from './clothing/socks'
import { sunRain } from './clothing/sun-rain'
import { tShirts } from './clothing/t-shirts'
import { trousers } from './clothing/trousers'

export const clothing: Department = {
  path: 'clothing',
  name: 'Clothing',
  about: 'Cut to fit. It was our idea first.',
  tint: 'butter',
  image: 'backpack',
  groups: [
    { path: 'clothing/tops', name: 'Tops', about: 'From the waist up.', image: 'blouse', tint: 'rose' },
    { path: 'clothing/shoes', name: 'Shoes', about: 'Left and right.', image: 'runner', tint: 'mint' },
    { path: 'clothing/accessories', name: 'Accessories', about: 'What you forget at home.', image: 'cap', tint: 'sky' },
  ],
  leaves: [tShirts, shirts, trousers, dresses, coats, sneakers, boots, bags, hatsScarves, socks, sunRain],
}
