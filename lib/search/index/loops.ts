import type { Typed } from './columns'
import { FIELD_BITS, FIELD_MASK } from './postings'

// Hot loops over all rows. Each is a function of its own, so that V8 specializes it for the array types it receives.

export function eachBit(bits: Uint32Array, visit: (row: number) => void) {
  for (let i = 0; i < bits.length; i++)
    for (let rest = bits[i]!; rest !== 0; rest &= rest - 1) visit(i * 32 + 31 - Math.clz32(rest & -rest))
}

/**
 * Marks the rows of these postings and keeps the best score of each; returns whether it marked any. Skips dead rows and
 * fields whose score is 0.
 */
export function markRows(
  postings: Uint32Array,
  length: number,
  scoreOf: Uint16Array,
  { alive, bits, scores }: { alive: Uint8Array; bits: Uint32Array; scores: Uint16Array },
): boolean {
  let found = false
  for (let i = 0; i < length; i++) {
    const posting = postings[i]!
    const row = posting >>> FIELD_BITS
    const own = scoreOf[posting & FIELD_MASK]!
    if (own === 0 || alive[row] === 0) continue
    found = true
    bits[row >>> 5]! |= 1 << (row & 31)
    if (own > scores[row]!) scores[row] = own
  }
  return found
}

/**
 * Moves the rows whose value passes to the front and returns their number. Pass `slotOf` if codes are indexed by slot,
 * not by row.
 */
export function keepPassing(
  rows: Uint32Array,
  codes: Typed,
  passes: Uint8Array,
  slotOf: Uint32Array | undefined,
): number {
  let kept = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    if (passes[codes[slotOf ? slotOf[row]! : row]!] === 1) rows[kept++] = row
  }
  return kept
}

/** Sets `bit` in `miss` for each row that fails the filter. */
export function markMisses(miss: Uint32Array, codes: Typed, at: Uint32Array, passes: Uint8Array, bit: number) {
  for (let i = 0; i < miss.length; i++) if (passes[codes[at[i]!]!] === 0) miss[i]! |= bit
}

export function markAll(miss: Uint32Array, bit: number) {
  for (let i = 0; i < miss.length; i++) miss[i]! |= bit
}

/** Sets target[i] = source[at[i]] for each i; returns the target. */
export function gather(target: Uint32Array, source: Uint32Array, at: Uint32Array): Uint32Array {
  for (let i = 0; i < target.length; i++) target[i] = source[at[i]!]!
  return target
}

/** Writes the positions of rows that pass all filters to `hits`; returns how many there are. */
export function withoutMiss(miss: Uint32Array, hits: Uint32Array): number {
  let found = 0
  for (let i = 0; i < miss.length; i++) if (miss[i] === 0) hits[found++] = i
  return found
}

export function countCodes(counts: Uint32Array, codes: Typed, at: Uint32Array) {
  for (let i = 0; i < at.length; i++) counts[codes[at[i]!]!]!++
}

/**
 * Counts, per code, the rows that fail no filter except the one with this bit; that filter's own facet needs these
 * counts.
 */
export function countNear(counts: Uint32Array, codes: Typed, at: Uint32Array, miss: Uint32Array, bit: number) {
  for (let i = 0; i < miss.length; i++) if (miss[i] === bit) counts[codes[at[i]!]!]!++
}
