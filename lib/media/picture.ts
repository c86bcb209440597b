import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { Canvas, type Pixels, sharpen, trim } from './canvas'
import { type Colourway, recolour } from './recolour'
import { FLOOR, PICTURE_SIZE, type Place, POSES, type PoseName, SETS, type SetName } from './scene'

/**
 * How to draw a picture of one object: the `code` of a Fluent 3D emoji, its colours and pose. Without `set`, the
 * picture is a cut-out whose longer side is `scale` × 640 pixels, and CSS adds its shadow.
 */
export type Recipe = {
  code: string
  set?: SetName
  pose?: PoseName
  way?: Colourway
  second?: Colourway
  scale?: number
}

const assets = path.join(process.cwd(), 'node_modules', '@lobehub', 'fluent-emoji-3d', 'assets')

const raw = ({ width, height }: Pixels) => ({ raw: { width, height, channels: 4 as const } })

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function loadObject(code: string, way: Colourway | undefined): Promise<Pixels> {
  const whole = await pixelsOf(
    sharp(path.join(assets, `${code}.webp`))
      .ensureAlpha()
      .toColourspace('srgb'),
  )
  const pixels = trim(whole)
  if (way) recolour(pixels.data, way)
  return pixels
}

/**
 * Returns the object without transparent margins, mirrored and rotated as given. Before the rotation, its longer side
 * is `width` pixels.
 */
async function place(object: Pixels, width: number, { turn = 0, flip = false }: Partial<Place> = {}): Promise<Pixels> {
  let image = sharp(object.data, raw(object)).resize({
    width: Math.round(width),
    height: Math.round(width),
    fit: 'inside',
    kernel: 'lanczos3',
  })
  if (flip) image = image.flop()
  const sized = sharpen(await pixelsOf(image))
  if (turn === 0) return sized
  return trim(await pixelsOf(sharp(sized.data, raw(sized)).rotate(turn, { background: '#0000' })))
}

function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/**
 * Draws a picture as WebP: 640 × 640 pixels, or the size of the object for a cut-out. Takes about 20 ms of CPU time.
 */
export async function drawPicture({ code, set, pose = 'front', way, second, scale = 1 }: Recipe): Promise<Buffer> {
  const object = await loadObject(code, way)
  if (!set) {
    const alone = await place(object, scale * PICTURE_SIZE)
    return sharp(alone.data, raw(alone)).webp({ quality: 86, alphaQuality: 90, effort: 1 }).toBuffer()
  }
  const [wall, floor, shade] = SETS[set]
  const shadow = rgb(shade)
  const flat = pose === 'pattern'
  const canvas = new Canvas(PICTURE_SIZE)
  const [left, right] = flat ? [0.62, 0.38] : [FLOOR, FLOOR]
  canvas.fill(rgb(wall), rgb(floor), left * PICTURE_SIZE, right * PICTURE_SIZE)

  const other = second ? await loadObject(code, second) : object
  const drawn = new Map<string, Pixels>()
  const places: readonly Place[] = POSES[pose]
  for (const spot of places) {
    const key = JSON.stringify([spot.width, spot.turn, spot.flip, spot.second])
    const thing = drawn.get(key) ?? (await place(spot.second ? other : object, spot.width * scale * PICTURE_SIZE, spot))
    drawn.set(key, thing)
    const x = Math.round(spot.x * PICTURE_SIZE - thing.width / 2)
    const foot = Math.round(spot.foot * PICTURE_SIZE)
    const top = foot - thing.height
    const drop = flat ? 9 : 20
    if (!flat) canvas.drawContact(x + thing.width * 0.53, foot - 4, thing.width * 0.5, shadow)
    canvas.draw(thing, x + drop, top + Math.round(drop * 0.7), { colour: shadow, opacity: 0.42 })
    canvas.draw(thing, x, top)
  }
  return sharp(canvas.data, { raw: { width: PICTURE_SIZE, height: PICTURE_SIZE, channels: 3 } })
    .webp({ quality: 84, effort: 2 })
    .toBuffer()
}
