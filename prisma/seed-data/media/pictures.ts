import { hueDifference } from '@/lib/media/oklch'
import type { Recipe } from '@/lib/media/picture'
import type { Colourway } from '@/lib/media/recolour'
import type { PoseName, SetName } from '@/lib/media/scene'
import { hash } from '../random'
import { COLOURS, type ColourName } from './colours'
import { MOTIFS, type Motif } from './motifs'
import { MORE_MOTIFS } from './motifs-more'

const ALL = { ...MOTIFS, ...MORE_MOTIFS }
export type MotifName = keyof typeof ALL

export interface Picture {
  /** File name without its extension. */
  name: string
  pose: PoseName
  recipe: Recipe
}

export const motifOf = (name: MotifName): Motif => ALL[name]

/** Returns the colours of the motif, its original colour first. Empty if it has a single look. */
export function coloursOf(name: MotifName): ColourName[] {
  const { own, others = [] } = motifOf(name)
  return own ? [own, ...others] : []
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const GROUNDS: readonly (readonly [SetName, number | null])[] = [
  ['shell', 45],
  ['sky', 255],
  ['butter', 95],
  ['lilac', 290],
  ['mint', 155],
  ['rose', 5],
  ['aqua', 205],
  ['stone', null],
]

/**
 * Returns the backgrounds that contrast enough with the colour. The order starts at a different one for each motif and
 * colour, so that neighbours in a listing rarely share a background.
 */
function groundsOf(name: MotifName, colour: ColourName | undefined): SetName[] {
  const [lightness, chroma, hue] = colour ? COLOURS[colour].oklch : [0.6, 0.1, motifOf(name).tone ?? null]
  const isGrey = chroma < 0.03 || hue === null
  const standOut = GROUNDS.filter(([, ground]) => {
    if (ground === null) return !isGrey || lightness < 0.5
    return isGrey || Math.abs(hueDifference(ground, hue)) > 48
  }).map(([set]) => set)
  const turn = hash(`${name} ${colour}`) % standOut.length
  return [...standOut.slice(turn), ...standOut.slice(0, turn)]
}

function wayOf(name: MotifName, colour: ColourName | undefined): Colourway | undefined {
  const { own, part = 'colour', hue } = motifOf(name)
  if (!colour || colour === own) return undefined
  return { part, to: COLOURS[colour].oklch, ...(hue !== undefined && { hue, spread: 40 }) }
}

interface Gallery {
  fronts: Picture[]
  more: Picture[]
}

const galleries = new Map<string, Gallery>()

/**
 * Returns all pictures of a motif in one colour: `fronts` on different backgrounds, and those in further poses as
 * `more`.
 */
export function galleryOf(name: MotifName, colour?: ColourName): Gallery {
  const key = `${name} ${colour}`
  const gallery = galleries.get(key) ?? makeGallery(name, colour)
  galleries.set(key, gallery)
  return gallery
}

function makeGallery(name: MotifName, colour: ColourName | undefined): Gallery {
  const { code, own, pose = 'front', scale, fronts = 1, more = ['tilt'] } = motifOf(name)
  const grounds = groundsOf(name, colour)
  const way = wayOf(name, colour)
  const picture = (of: PoseName, index: number): Picture => {
    const set = grounds[index % grounds.length] as SetName
    const recipe: Recipe = { code, set, pose: of, ...(way && { way }), ...(scale && of !== 'close' && { scale }) }
    return { name: [dashed(name), colour, of, set].filter(Boolean).join('-'), pose: of, recipe }
  }
  const isOwn = !colour || colour === own
  return {
    fronts: Array.from({ length: fronts }, (_, index) => picture(pose, index)),
    more: (isOwn ? more : more.slice(0, 1)).map((of, index) => picture(of, fronts + index)),
  }
}

/** Returns the picture of the motif without a background, for product grids, category tiles and menus. */
export function cutoutOf(name: MotifName, colour: ColourName | undefined = coloursOf(name)[0]): Picture {
  const { code, scale = 1 } = motifOf(name)
  const way = wayOf(name, colour)
  return {
    name: ['cut', dashed(name), colour].filter(Boolean).join('-'),
    pose: 'front',
    recipe: { code, scale: 0.62 * Math.min(1, scale), ...(way && { way }) },
  }
}

/** Returns the URL of the picture in the shop. */
export const srcOf = ({ name }: Pick<Picture, 'name'>) => `/pictures/${name}.webp`

/** Returns every picture that can be drawn: each motif in each of its colours, and its cut-outs. */
export function allPictures(): Picture[] {
  return (Object.keys(ALL) as MotifName[]).flatMap((name) => {
    const colours = coloursOf(name)
    return (colours.length > 0 ? colours : [undefined]).flatMap((colour) => {
      const { fronts, more } = galleryOf(name, colour)
      return [cutoutOf(name, colour), ...fronts, ...more]
    })
  })
}
