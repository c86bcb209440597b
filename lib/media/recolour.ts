import { fromOklch, hueDifference, type Oklch, toOklch } from './oklch'

/** Which pixels take the new colour: those of the motif's main colour (`hue`, or the strongest one), or the greys. */
export type Colourway = { part: 'colour' | 'grey'; hue?: number; spread?: number; to: Oklch }

const COLOURED = 0.05

const fade = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)))

/** The mean colour of the part, weighted by chroma for colours. `null` when the picture has no such pixels. */
function mainColour(pixels: Float32Array, alpha: Uint8Array, way: Colourway): Oklch | null {
  const weightOf = (i: number, hue: number | null) => {
    if (alpha[i / 3]! < 128) return 0
    const chroma = pixels[i + 1]!
    if (way.part === 'grey') return chroma < COLOURED ? 1 : 0
    if (chroma < COLOURED) return 0
    if (hue !== null && Math.abs(hueDifference(hue, pixels[i + 2]!)) > (way.spread ?? 45)) return 0
    return chroma
  }
  let hue: number | null = way.hue ?? null
  if (hue === null && way.part === 'colour') {
    const bins = new Float64Array(36)
    for (let i = 0; i < pixels.length; i += 3) bins[Math.floor(pixels[i + 2]! / 10) % 36]! += weightOf(i, null)
    hue = bins.indexOf(Math.max(...bins)) * 10 + 5
  }
  let total = 0
  let lightness = 0
  let chroma = 0
  let turn = 0
  for (let i = 0; i < pixels.length; i += 3) {
    const weight = weightOf(i, hue)
    if (weight === 0) continue
    total += weight
    lightness += weight * pixels[i]!
    chroma += weight * pixels[i + 1]!
    turn += weight * hueDifference(hue ?? 0, pixels[i + 2]!)
  }
  return total === 0 ? null : [lightness / total, chroma / total, ((hue ?? 0) + turn / total + 360) % 360]
}

/** Gives RGBA pixels another colour in place. Shading stays: lightness moves towards the new one as a whole. */
export function recolour(rgba: Uint8Array | Uint8ClampedArray, way: Colourway): void {
  const count = rgba.length / 4
  const pixels = new Float32Array(count * 3)
  const alpha = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    alpha[i] = rgba[i * 4 + 3]!
    if (alpha[i] !== 0) pixels.set(toOklch(rgba[i * 4]!, rgba[i * 4 + 1]!, rgba[i * 4 + 2]!), i * 3)
  }
  const base = mainColour(pixels, alpha, way)
  if (!base) return
  const [toL, toC, toH] = way.to
  const spread = way.spread ?? 45
  for (let i = 0; i < count; i++) {
    if (alpha[i] === 0) continue
    const lightness = pixels[i * 3]!
    const chroma = pixels[i * 3 + 1]!
    const turn = hueDifference(base[2], pixels[i * 3 + 2]!)
    const share =
      way.part === 'grey'
        ? 1 - fade(chroma, COLOURED, COLOURED + 0.05)
        : fade(chroma, 0.025, COLOURED) * (1 - fade(Math.abs(turn), spread, spread + 18))
    if (share === 0) continue
    const moved =
      toL < base[0] ? (lightness * toL) / base[0] : 1 - ((1 - lightness) * (1 - toL)) / Math.max(0.02, 1 - base[0])
    const newChroma = way.part === 'grey' ? toC : (chroma * toC) / base[1]
    const colour = fromOklch([moved, newChroma, toH + (way.part === 'grey' ? 0 : turn * 0.4)])
    for (let c = 0; c < 3; c++) {
      const old = rgba[i * 4 + c]!
      rgba[i * 4 + c] = Math.round(old + (colour[c]! - old) * share)
    }
  }
}
