import { hueDifference, mixOklch, type Oklch, putOklch } from './oklch'

/**
 * Which pixels of a picture to recolour: with `colour`, those of the main hue (`hue`, or the most frequent one); with
 * `grey`, the grey ones. `to` is the new colour.
 */
export type Colourway = { part: 'colour' | 'grey'; hue?: number; spread?: number; to: Oklch }

const COLOURED = 0.05
const OPAQUE = 128
/** Maximum distance from the main hue, in degrees. */
const SPREAD = 45
const BINS = 36

const fade = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)))

/**
 * The visible pixels of a picture: the index of each in the RGBA data, its three OKLCH numbers, and whether it is
 * opaque enough to count.
 */
interface Seen {
  places: Int32Array
  colours: Float32Array
  isSolid: Uint8Array
}

function seenIn(rgba: Uint8Array | Uint8ClampedArray): Seen {
  const places = new Int32Array(rgba.length / 4)
  const colours = new Float32Array(places.length * 3)
  const isSolid = new Uint8Array(places.length)
  let count = 0
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) continue
    putOklch(colours, count * 3, rgba[at]!, rgba[at + 1]!, rgba[at + 2]!)
    isSolid[count] = rgba[at + 3]! < OPAQUE ? 0 : 1
    places[count++] = at
  }
  return { places: places.subarray(0, count), colours: colours.subarray(0, count * 3), isSolid }
}

/** Returns the most frequent hue of the pixels, in degrees. Strong colours count more. */
function strongestHue({ places, colours, isSolid }: Seen): number {
  const bins = new Float64Array(BINS)
  for (let i = 0; i < places.length; i++)
    if (isSolid[i] && colours[i * 3 + 1]! >= COLOURED)
      bins[Math.floor((colours[i * 3 + 2]! * BINS) / 360) % BINS]! += colours[i * 3 + 1]!
  return ((bins.indexOf(Math.max(...bins)) + 0.5) * 360) / BINS
}

/** Returns the mean colour of the pixels to recolour (for `colour`, weighted by chroma); null if there are none. */
function mainColour(seen: Seen, { part, hue: given, spread = SPREAD }: Colourway): Oklch | null {
  const { places, colours, isSolid } = seen
  const isGrey = part === 'grey'
  const hue = isGrey ? 0 : (given ?? strongestHue(seen))
  let total = 0
  let lightness = 0
  let chroma = 0
  let turn = 0
  for (let i = 0; i < places.length; i++) {
    const strength = colours[i * 3 + 1]!
    if (!isSolid[i] || strength < COLOURED !== isGrey) continue
    const difference = hueDifference(hue, colours[i * 3 + 2]!)
    if (!isGrey && Math.abs(difference) > spread) continue
    const weight = isGrey ? 1 : strength
    total += weight
    lightness += weight * colours[i * 3]!
    chroma += weight * strength
    turn += weight * difference
  }
  return total === 0 ? null : [lightness / total, chroma / total, (hue + turn / total + 360) % 360]
}

/** Recolours RGBA pixels in place. Scales the lightness of all pixels alike, which keeps the shading. */
export function recolour(rgba: Uint8Array | Uint8ClampedArray, way: Colourway): void {
  const seen = seenIn(rgba)
  const base = mainColour(seen, way)
  if (!base) return
  const { places, colours } = seen
  const { spread = SPREAD } = way
  const isGrey = way.part === 'grey'
  const [toLightness, toChroma, toHue] = way.to
  const darker = toLightness / base[0]
  const lighter = (1 - toLightness) / Math.max(0.02, 1 - base[0])
  for (let i = 0; i < places.length; i++) {
    const lightness = colours[i * 3]!
    const chroma = colours[i * 3 + 1]!
    const turn = hueDifference(base[2], colours[i * 3 + 2]!)
    const share = isGrey
      ? 1 - fade(chroma, COLOURED, COLOURED + 0.05)
      : fade(chroma, 0.025, COLOURED) * (1 - fade(Math.abs(turn), spread, spread + 18))
    if (share === 0) continue
    const moved = toLightness < base[0] ? lightness * darker : 1 - (1 - lightness) * lighter
    if (isGrey) mixOklch(rgba, places[i]!, share, moved, toChroma, toHue)
    else mixOklch(rgba, places[i]!, share, moved, (chroma * toChroma) / base[1], toHue + turn * 0.4)
  }
}
