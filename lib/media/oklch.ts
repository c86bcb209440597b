// Conversion between sRGB and Björn Ottosson's OKLab (public domain): https://bottosson.github.io/posts/oklab/

/** A colour in OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees 0–360. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

const DEGREES = 180 / Math.PI
const STEPS = 8191

const linearOfByte = Float64Array.from({ length: 256 }, (_, value) => {
  const v = value / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
})
const byteOfLinear = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const v = step / STEPS
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055))
})

const byte = (linear: number) => byteOfLinear[Math.round(STEPS * Math.min(1, Math.max(0, linear)))]!

/** Converts an 8-bit sRGB colour to OKLCH and writes its three numbers into `target`, from index `at` on. */
export function putOklch(target: Float32Array, at: number, red: number, green: number, blue: number): void {
  const r = linearOfByte[red]!
  const g = linearOfByte[green]!
  const b = linearOfByte[blue]!
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const hue = Math.atan2(c, a) * DEGREES
  target[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  target[at + 1] = Math.sqrt(a * a + c * c)
  target[at + 2] = hue < 0 ? hue + 360 : hue
}

/** Mixes `share` (0–1) of an OKLCH colour into the 8-bit sRGB pixel at index `at`. Clips the result to sRGB. */
export function mixOklch(
  pixels: Uint8Array | Uint8ClampedArray,
  at: number,
  share: number,
  lightness: number,
  chroma: number,
  hue: number,
): void {
  const a = chroma * Math.cos(hue / DEGREES)
  const b = chroma * Math.sin(hue / DEGREES)
  const l = lightness + 0.3963377774 * a + 0.2158037573 * b
  const m = lightness - 0.1055613458 * a - 0.0638541728 * b
  const s = lightness - 0.0894841775 * a - 1.291485548 * b
  const l3 = l * l * l
  const m3 = m * m * m
  const s3 = s * s * s
  const red = byte(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3)
  const green = byte(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3)
  const blue = byte(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3)
  pixels[at] = Math.round(pixels[at]! + (red - pixels[at]!) * share)
  pixels[at + 1] = Math.round(pixels[at + 1]! + (green - pixels[at + 1]!) * share)
  pixels[at + 2] = Math.round(pixels[at + 2]! + (blue - pixels[at + 2]!) * share)
}

/** Returns the shorter difference between two hues, -180 to 180 degrees. */
export const hueDifference = (from: number, to: number) => ((to - from + 540) % 360) - 180
