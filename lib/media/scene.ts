/** Colours of the wall, the floor and the shadow. They are soft, so that the object and the price label stand out. */
export const SETS = {
  shell: ['#f6ddd0', '#ecc3b0', '#b98974'],
  butter: ['#f8e9b6', '#eed588', '#b89a45'],
  mint: ['#cfeedb', '#a6dcbb', '#629c7b'],
  aqua: ['#c8ecee', '#9bd8dd', '#55979d'],
  sky: ['#cfe2fb', '#a9c9f3', '#6488ba'],
  lilac: ['#e2dafa', '#c8b9f0', '#8775b8'],
  rose: ['#fbd6df', '#f2b2c3', '#b9717f'],
  stone: ['#e6e3dc', '#cfcac0', '#8d877b'],
} as const satisfies Record<string, readonly [wall: string, floor: string, shadow: string]>

export type SetName = keyof typeof SETS

/** Side of the square product pictures, in pixels. */
export const PICTURE_SIZE = 640

/**
 * Where the floor begins, as a share of the picture's height. Always the same, so that floors line up in a row of
 * pictures.
 */
export const FLOOR = 0.72

/**
 * Position of an object, in shares of the picture's side: x of its centre, y of its foot, and its width. `turn` is in
 * degrees.
 */
export type Place = { x: number; foot: number; width: number; turn?: number; flip?: boolean; second?: boolean }

export const POSES = {
  front: [{ x: 0.5, foot: 0.87, width: 0.7 }],
  small: [{ x: 0.5, foot: 0.85, width: 0.5 }],
  tilt: [{ x: 0.5, foot: 0.9, width: 0.74, turn: -14 }],
  close: [{ x: 0.64, foot: 1.14, width: 1.12, turn: -8 }],
  pair: [
    { x: 0.64, foot: 0.77, width: 0.46, second: true },
    { x: 0.4, foot: 0.9, width: 0.52 },
  ],
  trio: [
    { x: 0.5, foot: 0.74, width: 0.4 },
    { x: 0.3, foot: 0.87, width: 0.42, turn: -10 },
    { x: 0.69, foot: 0.89, width: 0.44, turn: 9, flip: true },
  ],
  row: [
    { x: 0.2, foot: 0.84, width: 0.34 },
    { x: 0.5, foot: 0.84, width: 0.34 },
    { x: 0.8, foot: 0.84, width: 0.34 },
  ],
  pattern: [0.1, 0.42, 0.74, 1.06].flatMap((y, row) =>
    [-0.04, 0.32, 0.68, 1.04].map((x) => ({
      x: x + (row % 2) * 0.18 - 0.09,
      foot: y,
      width: 0.27,
      turn: row % 2 ? 12 : -12,
    })),
  ),
} as const satisfies Record<string, readonly Place[]>

export type PoseName = keyof typeof POSES
