import table from './anybody.json'

/**
 * Font settings with which a line in the font Anybody fills the width of its box. `stretch` is font-stretch in %,
 * `size` is font-size in cqi (1 % of the box's width).
 */
export interface Cut {
  stretch: number
  size: number
}

const [NARROW = 50, MIDDLE = 100, WIDE = 150] = table.widths
type Widths = [narrow: number, middle: number, wide: number]

const ADVANCE = new Map<string, Widths>()
for (const [index, character] of [...table.characters].entries())
  ADVANCE.set(character, widthsAt(table.advance, index * 3))
const UNKNOWN = ADVANCE.get('n') ?? [0, 0, 0]

// Characters with the same kerning form a class. The table has three values for each pair of classes.
const classOf = (groups: string[]) =>
  new Map(groups.flatMap((group, index) => [...group].map((character) => [character, index] as const)))
const FIRST = classOf(table.first)
const SECOND = classOf(table.second)
const KERN = new Map<string, Widths>()
for (let index = 0; index < table.kern.length; index += 5)
  KERN.set(`${table.kern[index]} ${table.kern[index + 1]}`, widthsAt(table.kern, index + 2))

function widthsAt(values: number[], index: number): Widths {
  return [values[index] ?? 0, values[index + 1] ?? 0, values[index + 2] ?? 0]
}

// Returns the width of a text in em at a font-stretch of 50, 100 and 150 %, with kerning (`.fit` sets no tracking and
// no ligatures). Between these values, the width is linear.
function measure(text: string): Widths {
  const sum: Widths = [0, 0, 0]
  const add = (values: Widths | undefined) => {
    if (values) for (const index of [0, 1, 2] as const) sum[index] += values[index] / 1000
  }
  let before: number | undefined
  for (const character of text) {
    add(ADVANCE.get(character) ?? UNKNOWN)
    if (before !== undefined) add(KERN.get(`${before} ${SECOND.get(character)}`))
    before = FIRST.get(character)
  }
  return sum
}

/** Returns the width of a text in em at the given font-stretch (50–150 %). */
export function widthOf(text: string, stretch: number): number {
  const [narrow, middle, wide] = measure(text)
  return stretch <= MIDDLE
    ? narrow + ((middle - narrow) * (stretch - NARROW)) / (MIDDLE - NARROW)
    : middle + ((wide - middle) * (stretch - MIDDLE)) / (WIDE - MIDDLE)
}

/**
 * Fits a line: finds the width-axis value at which `text` fills its box at `size` cqi. As the size is relative to the
 * box, one value serves every viewport. Beyond 50 or 150 %, the size changes instead; `maxSize` (cqi) limits the growth
 * of very short lines, which then stay narrower than the box.
 */
export function cutToFit(text: string, size: number, maxSize = Number.POSITIVE_INFINITY): Cut {
  const [narrow, middle, wide] = measure(text.trim())
  if (wide <= 0) return { stretch: MIDDLE, size }
  const room = 100 / size
  if (room < narrow) return { stretch: NARROW, size: down(100 / narrow, 2) }
  if (room > wide) return { stretch: WIDE, size: Math.min(down(100 / wide, 2), Math.max(maxSize, size)) }
  const stretch =
    room < middle
      ? NARROW + ((room - narrow) / (middle - narrow)) * (MIDDLE - NARROW)
      : MIDDLE + ((room - middle) / (wide - middle)) * (WIDE - MIDDLE)
  return { stretch: down(stretch, 1), size }
}

/** Returns whether a line is short enough (24 characters) to be fitted. Longer lines use the class d2 and wrap. */
export const canBeCut = (text: string) => [...text].length <= 24

// Rounds down, so that a line never overflows its box.
const down = (value: number, digits: number) => Math.floor(value * 10 ** digits) / 10 ** digits
