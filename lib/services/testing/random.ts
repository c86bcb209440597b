import { mulberry32 } from '@/prisma/seed-data/random'

/** Returns functions that pick numbers and shuffle lists at random. The same seed gives the same results. */
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
