import { eachBit } from './loops'
import { rowsWith } from './matching'
import type { Query } from './query'
import type { Scratch } from './scratch'
import type { Table } from './table'
import { typedWords } from './text'

/** The rows to look at, leaf by leaf: those of leaf n lie from `starts[n]` to `starts[n + 1]`. */
export interface Candidates {
  rows: Uint32Array
  starts: Uint32Array
  /** Whether there was a text, so that `scratch.score` says how well each row matches. */
  scored: boolean
}

/** The rows that the text, the category, the ids and `since` leave. */
export function candidates(table: Table, scratch: Scratch, query: Query): Candidates {
  const { text = '', category, ids, since = 0 } = query
  const { leaves, perRow } = table
  const inScope = leaves.map(({ path }) => !category || path === category || path.startsWith(`${category}/`))
  const { typed, open } = typedWords(text)
  const scored = typed.length > 0
  const bits = scored ? rowsWith(table, scratch.score, typed, open) : undefined
  const picked = ids && bitsOf(table, ids)
  if (picked && bits) for (let i = 0; i < bits.length; i++) bits[i]! &= picked[i]!
  const chosen = bits ?? picked
  const starts = new Uint32Array(leaves.length + 1)
  let count = 0
  if (!chosen) {
    leaves.forEach(({ rows, size }, number) => {
      for (let i = 0; inScope[number] && i < size; i++) {
        const row = rows[i]!
        if (perRow.alive[row] && perRow.createdAt[row]! >= since) scratch.rows[count++] = row
      }
      starts[number + 1] = count
    })
    return { rows: scratch.rows, starts, scored }
  }
  eachBit(chosen, (row) => {
    if (!inScope[perRow.leafOf[row]!] || perRow.createdAt[row]! < since) return
    scratch.rows[count++] = row
    starts[perRow.leafOf[row]! + 1]!++
  })
  for (let leaf = 0; leaf < leaves.length; leaf++) starts[leaf + 1]! += starts[leaf]!
  const next = starts.slice()
  for (let i = 0; i < count; i++) scratch.grouped[next[perRow.leafOf[scratch.rows[i]!]!]!++] = scratch.rows[i]!
  return { rows: scratch.grouped, starts, scored }
}

/** One bit for each of these products; ids that are unknown have none. */
function bitsOf(table: Table, ids: string[]): Uint32Array {
  const bits = new Uint32Array((table.rows + 31) >> 5)
  for (const id of ids) {
    const row = table.ids.find(id)
    if (row !== undefined && table.perRow.alive[row]) bits[row >>> 5]! |= 1 << (row & 31)
  }
  return bits
}
