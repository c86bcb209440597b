import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { SearchIndex } from '@/lib/search/search-index'
import { restore, save } from '@/lib/search/snapshot/snapshot'
import { indexOptions, storeSource } from '@/lib/search/sync/store-source'
import { type Figure, mebibytes, short } from './figure'
import { timeOf } from './pace'

/**
 * Measures the search index by itself, in this thread: building it from both databases, its memory, and its snapshot.
 */
export async function alone(): Promise<Figure[]> {
  const before = weight()
  const began = performance.now()
  const built = await SearchIndex.of(storeSource().load(), indexOptions())
  const seconds = (performance.now() - began) / 1_000
  const peak = process.resourceUsage().maxRSS * 1024
  const folder = mkdtempSync(join(tmpdir(), 'nexus-bench-'))
  const file = join(folder, 'snapshot')
  try {
    const [size, own] = [built.size, weight() - before]
    const saved = await timeOf(() => save(built, file))
    const restored = await timeOf(() => restore(file, indexOptions()))
    return [
      { name: 'products found', text: String(size) },
      { name: 'build from both stores', text: `${Math.round(size / seconds)}/s`, goal: '≥ 8,000/s' },
      { name: 'peak memory while building', text: mebibytes(peak) },
      { name: 'index: heap and arrays', text: mebibytes(own), goal: '350 MiB' },
      { name: 'snapshot', text: mebibytes(statSync(file).size) },
      { name: '… saved in', text: `${short(saved)} ms` },
      { name: '… restored in', text: `${short(restored)} ms`, goal: '2 s' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns the number of bytes used by the heap and by arrays outside it. */
function weight(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
