import type { PoseName } from '@/lib/media/scene'
import type { ColourName } from './colours'

/** A Fluent 3D emoji used as a product picture, and the colours in which it can be drawn. */
export interface Motif {
  code: string
  /** Its original colour. A motif without one has a single look and comes in no other colours. */
  own?: ColourName
  others?: readonly ColourName[]
  /** The part that is recoloured: the main colour, or the greys (as of a casing, leaving its screen unchanged). */
  part?: 'colour' | 'grey'
  /** Hue to replace, in degrees; by default the most frequent hue of the emoji. */
  hue?: number
  /** Hue of a motif without a named colour; its backgrounds must have other hues. */
  tone?: number
  scale?: number
  /** Pose in the first picture of each colour. */
  pose?: PoseName
  /** Number of backgrounds on which the first picture of each colour is drawn. */
  fronts?: number
  /** Further poses. Pictures in the original colour show all of them, those in other colours only the first. */
  more?: readonly PoseName[]
}

const motif = (code: string, rest: Omit<Motif, 'code'> = {}): Motif => ({ code, ...rest })

/** Splits a string of colour names. */
const c = (names: string) => names.split(' ') as ColourName[]

export const MOTIFS = {
  // Electronics
  laptop: motif('1f4bb', {
    fronts: 6,
    own: 'silver',
    others: c('graphite moss blush sand'),
    part: 'grey',
    more: ['tilt', 'close', 'pattern'],
  }),
  desktop: motif('1f5a5-fe0f', { fronts: 3, own: 'silver', others: c('graphite sand'), part: 'grey', scale: 1.02 }),
  keyboard: motif('2328-fe0f', {
    fronts: 2,
    own: 'silver',
    others: c('graphite moss blush'),
    part: 'grey',
    more: ['tilt', 'close'],
  }),
  mouse: motif('1f5b1-fe0f', {
    own: 'white',
    others: c('graphite blush sky'),
    part: 'grey',
    pose: 'small',
    scale: 1.05,
    more: ['pair'],
  }),
  trackball: motif('1f5b2-fe0f', { own: 'navy', pose: 'small', scale: 1.05, more: ['close'] }),
  phone: motif('1f4f1', {
    fronts: 3,
    own: 'purple',
    others: c('graphite white moss blue red'),
    scale: 0.94,
    more: ['tilt', 'close', 'pair'],
  }),
  headphones: motif('1f3a7', {
    fronts: 3,
    own: 'silver',
    others: c('graphite sand moss red blue'),
    part: 'grey',
    scale: 0.94,
    more: ['tilt', 'close'],
  }),
  radio: motif('1f4fb', {
    fronts: 2,
    own: 'silver',
    others: c('graphite sand moss red'),
    part: 'grey',
    more: ['tilt', 'close'],
  }),
  microphone: motif('1f399-fe0f', { own: 'silver', others: c('graphite sand'), part: 'grey', more: ['tilt'] }),
  stageMicrophone: motif('1f3a4', { own: 'graphite', more: ['pair'] }),
  camera: motif('1f4f7', {
    fronts: 3,
    own: 'silver',
    others: c('sand brown moss'),
    part: 'grey',
    more: ['tilt', 'close'],
  }),
  camcorder: motif('1f4f9', { own: 'graphite', more: ['tilt', 'close'] }),
  telescope: motif('1f52d', { own: 'navy', others: c('graphite red'), more: ['close'] }),
  microscope: motif('1f52c', { own: 'silver', more: ['close'] }),
  gamepad: motif('1f3ae', { fronts: 2, own: 'purple', others: c('graphite white red moss'), more: ['tilt', 'pair'] }),
  joystick: motif('1f579-fe0f', { own: 'navy', others: c('graphite white'), more: ['close'] }),
  television: motif('1f4fa', { own: 'silver', others: c('sand graphite'), part: 'grey', more: ['tilt'] }),
  watch: motif('231a', {
    fronts: 3,
    own: 'blue',
    others: c('graphite silver brown red moss'),
    scale: 0.92,
    more: ['tilt', 'close'],
  }),

  // Clothing
  tee: motif('1f455', {
    fronts: 3,
    own: 'green',
    others: c('white graphite red blue yellow pink'),
    more: ['pattern', 'close'],
  }),
  blouse: motif('1f45a', { own: 'pink', others: c('white sand teal lilac'), more: ['tilt', 'pattern'] }),
  shirt: motif('1f454', { own: 'blue', others: c('red moss lilac'), scale: 0.92, more: ['close'] }),
  jeans: motif('1f456', { fronts: 3, own: 'blue', others: c('graphite sand navy'), more: ['tilt', 'close'] }),
  shorts: motif('1fa73', { own: 'green', others: c('navy sand orange'), more: ['pattern'] }),
  dress: motif('1f457', { fronts: 2, own: 'blue', others: c('red moss yellow graphite'), more: ['tilt', 'pattern'] }),
  kimono: motif('1f458', { own: 'sky', others: c('red lilac'), more: ['close'] }),
  coat: motif('1f9e5', { fronts: 3, own: 'sand', others: c('graphite navy brown moss'), more: ['tilt', 'close'] }),
  runner: motif('1f45f', {
    fronts: 3,
    own: 'lilac',
    others: c('red blue graphite moss orange'),
    more: ['tilt', 'close', 'pattern'],
  }),
  brogue: motif('1f45e', { own: 'brown', others: c('graphite sand'), more: ['pair'] }),
  hikingBoot: motif('1f97e', { own: 'yellow', others: c('brown moss'), more: ['pair', 'close'] }),
  tallBoot: motif('1f462', { own: 'red', others: c('graphite brown'), more: ['pair'] }),
  mule: motif('1f461', { own: 'raspberry', others: c('sky'), more: ['pair'] }),
  flipFlop: motif('1fa74', { own: 'blue', others: c('red green'), pose: 'small', scale: 1.2, more: ['pattern'] }),
  flat: motif('1f97f', { own: 'blue', others: c('red graphite blush'), more: ['pair'] }),
  backpack: motif('1f392', {
    fronts: 2,
    own: 'raspberry',
    others: c('navy moss graphite yellow'),
    scale: 0.92,
    more: ['tilt', 'close'],
  }),
  handbag: motif('1f45c', { own: 'brown', others: c('graphite red'), scale: 0.96, more: ['close'] }),
  purse: motif('1f45b', { own: 'raspberry', others: c('teal graphite'), pose: 'small', scale: 1.1, more: ['pair'] }),
  suitcase: motif('1f9f3', { own: 'blue', others: c('red graphite'), scale: 0.96, more: ['pair'] }),
  briefcase: motif('1f4bc', { own: 'brown', others: c('graphite'), more: ['close'] }),
  cap: motif('1f9e2', { own: 'sky', others: c('red graphite moss'), more: ['tilt', 'pattern'] }),
  sunHat: motif('1f452', { own: 'sand', more: ['tilt', 'pattern'] }),
  scarf: motif('1f9e3', { fronts: 2, own: 'red', others: c('moss navy yellow'), more: ['close'] }),
  gloves: motif('1f9e4', { own: 'purple', others: c('graphite red moss'), scale: 0.92, more: ['pattern'] }),
  socks: motif('1f9e6', {
    own: 'green',
    others: c('red graphite lilac yellow'),
    scale: 0.9,
    more: ['pattern', 'close'],
  }),
  glasses: motif('1f453', { own: 'navy', more: ['tilt', 'pattern'] }),
  sunglasses: motif('1f576-fe0f', { own: 'purple', others: c('graphite brown'), more: ['tilt'] }),
  umbrella: motif('2602-fe0f', { own: 'purple', others: c('red graphite yellow'), more: ['tilt'] }),

  // Beauty
  pumpBottle: motif('1f9f4', {
    fronts: 2,
    own: 'blush',
    others: c('moss sky lilac sand'),
    scale: 0.88,
    more: ['pair', 'row'],
  }),
  soap: motif('1f9fc', { own: 'pink', others: c('green sand sky'), scale: 0.9, more: ['pattern'] }),
  sponge: motif('1f9fd', { own: 'yellow', others: c('teal'), pose: 'small', scale: 1.15, more: ['pair'] }),
  lipstick: motif('1f484', {
    fronts: 2,
    own: 'raspberry',
    others: c('red brown pink'),
    pose: 'small',
    scale: 1.1,
    more: ['row', 'close'],
  }),
  handMirror: motif('1fa9e', { tone: 85, more: ['tilt'] }),
  toothbrush: motif('1faa5', { own: 'red', others: c('green blue'), scale: 0.9, more: ['pattern'] }),
  razor: motif('1fa92', { fronts: 2, own: 'blue', others: c('graphite'), scale: 0.9, more: ['pattern'] }),
  comb: motif('1faae', { own: 'purple', others: c('sand'), scale: 0.88, more: ['tilt'] }),
  scissors: motif('2702-fe0f', { own: 'red', others: c('teal'), scale: 0.86, more: ['tilt'] }),
  bubbles: motif('1fae7', { tone: 315, scale: 0.86, more: ['pattern'] }),

  // Home
  sofa: motif('1f6cb-fe0f', {
    fronts: 2,
    own: 'blue',
    others: c('moss red sand graphite'),
    scale: 1.02,
    more: ['close'],
  }),
  bed: motif('1f6cf-fe0f', { fronts: 3, own: 'blue', others: c('moss red'), hue: 265, scale: 1.06, more: ['close'] }),
  chair: motif('1fa91', {
    fronts: 2,
    own: 'brown',
    others: c('red sand teal graphite'),
    scale: 0.94,
    more: ['pair', 'row'],
  }),
  bulb: motif('1f4a1', { fronts: 2, own: 'yellow', others: c('white'), scale: 1.02, more: ['tilt', 'trio'] }),
  lantern: motif('1f3ee', {
    fronts: 2,
    own: 'orange',
    others: c('white teal red'),
    scale: 1.02,
    more: ['pair', 'pattern'],
  }),
  candle: motif('1f56f-fe0f', { own: 'sand', scale: 0.96, more: ['trio'] }),
  oilLamp: motif('1fa94', { tone: 45, scale: 0.9, more: ['pair'] }),
  torch: motif('1f526', { fronts: 3, own: 'silver', scale: 0.94, more: ['tilt'] }),
  teapot: motif('1fad6', {
    fronts: 2,
    own: 'raspberry',
    others: c('teal white moss yellow'),
    scale: 0.96,
    more: ['pair', 'close'],
  }),
  mug: motif('2615', { own: 'silver', others: c('red teal'), part: 'grey', scale: 0.9, more: ['pattern'] }),
  teacup: motif('1f375', { own: 'white', others: c('moss sky'), part: 'grey', scale: 0.92, more: ['row'] }),
  pan: motif('1f373', { fronts: 2, own: 'navy', others: c('graphite red'), scale: 0.96, more: ['tilt'] }),
  pot: motif('1f372', { own: 'silver', others: c('red graphite'), part: 'grey', scale: 0.92, more: ['close'] }),
  knife: motif('1f52a', { fronts: 3, tone: 285, scale: 0.94, more: ['row', 'close'] }),
  spoon: motif('1f944', { scale: 0.92, more: ['pattern'] }),
  mixingBowl: motif('1f963', { own: 'blue', others: c('white red'), scale: 0.9, more: ['pair'] }),
  jar: motif('1fad9', { scale: 0.86, more: ['row'] }),
  shaker: motif('1f9c2', { scale: 0.86, more: ['pair'] }),
  alarmClock: motif('23f0', {
    fronts: 2,
    own: 'red',
    others: c('graphite teal yellow'),
    scale: 0.94,
    more: ['tilt', 'close'],
  }),
  mantelClock: motif('1f570-fe0f', { own: 'brown', others: c('moss'), scale: 0.92, more: ['close'] }),
  timer: motif('23f2-fe0f', { own: 'sky', others: c('red sand'), scale: 0.86, more: ['tilt'] }),
  hourglass: motif('231b', { tone: 75, scale: 0.9, more: ['pair'] }),
  plant: motif('1fab4', { fronts: 3, tone: 125, scale: 1, more: ['tilt', 'trio'] }),
  cactus: motif('1f335', { fronts: 3, tone: 145, more: ['trio'] }),
  tulip: motif('1f337', { own: 'pink', others: c('yellow red'), hue: 345, scale: 0.94, more: ['trio'] }),
  hibiscus: motif('1f33a', { own: 'pink', others: c('yellow orange'), scale: 0.88, more: ['pattern'] }),
  sunflower: motif('1f33b', { tone: 85, scale: 0.94, more: ['trio'] }),
  bouquet: motif('1f490', { tone: 355, scale: 0.96, more: ['tilt'] }),
  amphora: motif('1f3fa', { own: 'brown', others: c('white teal'), scale: 0.96, more: ['pair'] }),
  basket: motif('1f9fa', { tone: 65, scale: 0.92, more: ['pair'] }),
  broom: motif('1f9f9', { tone: 25, scale: 0.98, more: ['pattern'] }),
  bucket: motif('1faa3', { own: 'blue', others: c('red moss'), scale: 0.9, more: ['pair'] }),
  hammer: motif('1f528', { tone: 345, scale: 0.92, more: ['pattern'] }),
  wrench: motif('1f527', { scale: 0.92, more: ['pattern', 'close'] }),
  screwdriver: motif('1fa9b', { own: 'red', others: c('yellow blue'), scale: 0.92, more: ['row'] }),
  saw: motif('1fa9a', { scale: 0.94, more: ['close'] }),
  axe: motif('1fa93', { own: 'red', others: c('graphite'), scale: 0.92, more: ['tilt'] }),
  toolbox: motif('1f9f0', { fronts: 2, own: 'red', others: c('blue graphite'), scale: 0.94, more: ['close'] }),
  clamp: motif('1f5dc-fe0f', { scale: 0.9, more: ['pair'] }),
  ladder: motif('1fa9c', { tone: 35, scale: 0.98, more: ['tilt'] }),
} as const satisfies Record<string, Motif>
