import type { Part } from '../analysis/query-parts'
import { eachBit } from '../index/loops'
import type { Table } from '../index/table'
import type { Query } from '../search-query'
import { type MatchingRows, rowsWith } from './matching'
import type { Scratch } from './scratch'

/** Rows to check, grouped by leaf category: the rows of leaf n are at `starts[n]` to `starts[n + 1]`. */
export interface Candidates {
  rows: Uint32Array
  starts: Uint32Array
  weakMatch: MatchingRows['weakMatch']
}

/** Returns the rows that match category, ids, `since` and text; writes their text scores to `scratch.score`. */
export function candidates(table: Table, scratch: Scratch, query: Query, parts: Part[]): Candidates {
  const { category, ids, since = 0 } = query
  const { leaves, perRow } = table
  const inScope = leaves.map(({ path }) => !category || path === category || path.startsWith(`${category}/`))
  const { bits, weakMatch }: Partial<MatchingRows> = parts.length > 0 ? rowsWith(table, scratch.score, parts) : {}
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
    return { rows: scratch.rows, starts, weakMatch }
  }
  eachBit(chosen, (row) => {
    if (!inScope[perRow.leafOf[row]!] || perRow.createdAt[row]! < since) return
    scratch.rows[count++] = row
    starts[perRow.leafOf[row]! + 1]!++
  })
  for (let leaf = 0; leaf < leaves.length; leaf++) starts[leaf + 1]! += starts[leaf]!
  const next = starts.slice()
  for (let i = 0; i < count; i++) scratch.grouped[next[perRow.leafOf[scratch.rows[i]!]!]!++] = scratch.rows[i]!
  return { rows: scratch.grouped, starts, weakMatch }
}

/** Returns a bit set of the rows with these ids; unknown ids are skipped. */
function bitsOf(table: Table, ids: string[]): Uint32Array {
  const bits = new Uint32Array((table.rows + 31) >> 5)
  for (const id of ids) {
    const row = table.ids.find(id)
    if (row !== undefined && table.perRow.alive[row]) bits[row >>> 5]! |= 1 << (row & 31)
  }
  return bits
}
