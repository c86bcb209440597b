import { mulberry32 } from '@/prisma/seed-data/random'

/** Returns functions for pseudo-random numbers and orders; the same seed gives the same results. */
export function randomFrom(seed: number) {
  const next = mulberry32(seed)
  return {
    between: (min: number, max: number) => min + Math.floor(next() * (max - min + 1)),
    shuffled: <T>(values: T[]): T[] =>
      values
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}
