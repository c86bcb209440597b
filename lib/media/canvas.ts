/** RGBA pixels, row by row. */
export type Pixels = { data: Uint8Array | Uint8ClampedArray; width: number; height: number }

/** Crops transparent rows and columns at the edges. */
export function trim({ data, width, height }: Pixels): Pixels {
  let left = width
  let right = -1
  let top = height
  let bottom = -1
  for (let y = 0, at = 3; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      if (data[at]! < 8) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  if (bottom < 0) return { data, width, height }
  const wide = right - left + 1
  const high = bottom - top + 1
  const out = new Uint8Array(wide * high * 4)
  for (let y = 0; y < high; y++) {
    const from = ((top + y) * width + left) * 4
    out.set(data.subarray(from, from + wide * 4), y * wide * 4)
  }
  return { data: out, width: wide, height: high }
}

type Rgb = readonly [number, number, number]

/**
 * Sharpens a resized picture by moving each opaque pixel away from the mean of its four neighbours. (The sharpen
 * operation of libvips works in LAB and takes ten times as long.)
 */
export function sharpen({ data, width, height }: Pixels): Pixels {
  const out = new Uint8ClampedArray(data)
  const side = 8
  const row = width * 4 * 2
  for (let y = 2; y < height - 2; y++) {
    for (let at = (y * width + 2) * 4, end = ((y + 1) * width - 2) * 4; at < end; at += 4) {
      const opaque =
        data[at + 3]! & data[at - side + 3]! & data[at + side + 3]! & data[at - row + 3]! & data[at + row + 3]!
      if (opaque < 250) continue
      for (let c = at; c < at + 3; c++) {
        const mean = (data[c - side]! + data[c + side]! + data[c - row]! + data[c + row]!) / 4
        out[c] = data[c]! + 0.55 * (data[c]! - mean)
      }
    }
  }
  return { data: out, width, height }
}

/** A square picture without an alpha channel. Anything drawn beyond its edges is clipped. */
export class Canvas {
  readonly data: Uint8Array

  constructor(readonly size: number) {
    this.data = new Uint8Array(size * size * 3)
  }

  /**
   * Fills the wall and the floor, which meet in a line. `left` and `right` are the line's y at both edges, in pixels.
   */
  fill(wall: Rgb, floor: Rgb, left: number, right: number) {
    const { size, data } = this
    for (let y = 0, at = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const colour = y < left + ((right - left) * x) / size ? wall : floor
        data[at++] = colour[0]
        data[at++] = colour[1]
        data[at++] = colour[2]
      }
  }

  private mix(at: number, r: number, g: number, b: number, share: number) {
    const { data } = this
    data[at] = data[at]! + (r - data[at]!) * share + 0.5
    data[at + 1] = data[at + 1]! + (g - data[at + 1]!) * share + 0.5
    data[at + 2] = data[at + 2]! + (b - data[at + 2]!) * share + 0.5
  }

  /** Draws pixels at this position. With `only`, draws just their silhouette in one colour, as a hard shadow. */
  draw({ data, width, height }: Pixels, left: number, top: number, only?: { colour: Rgb; opacity: number }) {
    const { size } = this
    const from = Math.max(0, left)
    const to = Math.min(size, left + width)
    for (let y = Math.max(0, top); y < Math.min(size, top + height); y++) {
      let at = (y * size + from) * 3
      let source = ((y - top) * width + from - left) * 4
      for (let x = from; x < to; x++, at += 3, source += 4) {
        const alpha = data[source + 3]!
        if (alpha === 0) continue
        if (only) this.mix(at, only.colour[0], only.colour[1], only.colour[2], (alpha / 255) * only.opacity)
        else this.mix(at, data[source]!, data[source + 1]!, data[source + 2]!, alpha / 255)
      }
    }
  }

  /** Draws the soft shadow where an object touches the floor: an ellipse that fades towards its edge. */
  drawContact(centre: number, foot: number, radius: number, [r, g, b]: Rgb) {
    const { size } = this
    const rim = radius + 18
    const depth = 22
    const from = Math.max(0, Math.round(centre - rim))
    const to = Math.min(size, Math.round(centre + rim))
    for (let y = Math.max(0, foot - depth); y < Math.min(size, foot + depth); y++)
      for (let x = from; x < to; x++) {
        const share = Math.min(1, (1 - Math.hypot((x - centre) / rim, (y - foot) / depth)) / 0.62)
        if (share > 0) this.mix((y * size + x) * 3, r, g, b, 0.72 * share * share * (3 - 2 * share))
      }
  }
}
