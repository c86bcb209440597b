/** A pseudo-random generator. The same seed gives the same results on every machine. */
export interface Rng {
  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  next(): number
  /** Returns an integer from `min` to `max`, both inclusive. */
  int(min: number, max: number): number
  pick<T>(items: readonly T[]): T
  /** Returns `count` different items in their original order, or all items if there are fewer. */
  some<T>(items: readonly T[], count: number): T[]
  shuffle<T>(items: readonly T[]): T[]
  chance(probability: number): boolean
}

/** Returns the 32-bit FNV-1a hash of a text. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/**
 * Returns a function that returns pseudo-random numbers from 0 (inclusive) to 1 (exclusive): mulberry32, public domain.
 * The same seed gives the same numbers.
 */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Returns a generator that is seeded with a text. */
export function random(seed: string): Rng {
  const next = mulberry32(hash(seed))
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('nothing to pick from')
    return items[int(0, items.length - 1)] as T
  }
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items]
    for (let i = result.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[result[i], result[j]] = [result[j] as T, result[i] as T]
    }
    return result
  }
  const some = <T>(items: readonly T[], count: number): T[] => {
    const chosen = new Set(shuffle(items.map((_, index) => index)).slice(0, count))
    return items.filter((_, index) => chosen.has(index))
  }
  return { next, int, pick, some, shuffle, chance: (probability) => next() < probability }
}

/** Returns an id of 24 hex digits (the format of an ObjectId) that depends only on the text. */
export function idOf(text: string): string {
  return [0, 1, 2].map((part) => hash(`${part}:${text}`).toString(16).padStart(8, '0')).join('')
}

/** Returns a version 4 UUID that depends only on the text. */
export function uuidOf(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash(`${part}:${text}:uuid`).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
