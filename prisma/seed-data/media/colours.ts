import type { Oklch } from '@/lib/media/oklch'

/** The label of each colour and its OKLCH value in pictures, in the order of the colour filter. */
export const COLOURS = {
  graphite: { label: 'Graphite', oklch: [0.38, 0.012, 250] },
  silver: { label: 'Silver', oklch: [0.83, 0.006, 280] },
  white: { label: 'White', oklch: [0.95, 0.006, 90] },
  sand: { label: 'Sand', oklch: [0.85, 0.05, 80] },
  brown: { label: 'Brown', oklch: [0.47, 0.07, 55] },
  red: { label: 'Red', oklch: [0.58, 0.21, 25] },
  raspberry: { label: 'Raspberry', oklch: [0.61, 0.23, 10] },
  orange: { label: 'Orange', oklch: [0.72, 0.18, 52] },
  yellow: { label: 'Yellow', oklch: [0.86, 0.17, 92] },
  green: { label: 'Green', oklch: [0.7, 0.18, 145] },
  moss: { label: 'Moss', oklch: [0.56, 0.085, 135] },
  teal: { label: 'Teal', oklch: [0.58, 0.1, 200] },
  sky: { label: 'Sky blue', oklch: [0.77, 0.12, 225] },
  blue: { label: 'Blue', oklch: [0.58, 0.17, 252] },
  navy: { label: 'Navy', oklch: [0.37, 0.1, 268] },
  lilac: { label: 'Lilac', oklch: [0.74, 0.12, 300] },
  purple: { label: 'Purple', oklch: [0.5, 0.19, 295] },
  pink: { label: 'Pink', oklch: [0.76, 0.15, 355] },
  blush: { label: 'Blush', oklch: [0.84, 0.055, 25] },
} as const satisfies Record<string, { label: string; oklch: Oklch }>

export type ColourName = keyof typeof COLOURS
