import { beforeEach, expect, it, vi } from 'vitest'
import { SearchIndex } from '../search-index'
import { MemorySource } from '../testing/memory-source'
import { aProduct, idOf } from '../testing/products'
import { Sweep } from './sweep'

const EVERY_MS = 10_000
const QUIET_MS = 5 * 60_000

let source: MemorySource
let sweep: Sweep
const lookUps = () => vi.mocked(source.findDeleted).mock.calls.map(([ids]) => ids.length)

/** Sets `sweep` to one over `count` products that has finished its first pass. */
async function given(count: number) {
  const products = Array.from({ length: count }, (_, index) => aProduct({ id: idOf(index + 1) }))
  source = new MemorySource(products)
  vi.spyOn(source, 'findDeleted')
  const index = await SearchIndex.of(source.load())
  sweep = new Sweep(index, source, EVERY_MS, 0)
}

beforeEach(() => given(3))

it('looks up every product once after the start, and again when the number of documents changed', async () => {
  expect(await sweep.findDeleted(EVERY_MS - 1)).toEqual([])
  expect(await sweep.findDeleted(EVERY_MS)).toEqual([])
  expect(await sweep.findDeleted(2 * EVERY_MS)).toEqual([])
  expect(lookUps()).toEqual([3])
  source.deleteQuietly(idOf(2))
  expect(await sweep.findDeleted(3 * EVERY_MS)).toEqual([idOf(2)])
})

it('goes through a large index in steps', async () => {
  await given(4_500)
  for (let check = 1; check <= 6; check++) await sweep.findDeleted(check * EVERY_MS)
  expect(lookUps()).toEqual([2_000, 2_000, 500])
})

it('finds a deletion that coincided with an addition in the slow step', async () => {
  await sweep.findDeleted(EVERY_MS)
  source.deleteQuietly(idOf(2))
  source.put(aProduct({ id: idOf(9) }))
  expect(await sweep.findDeleted(EVERY_MS + QUIET_MS - 1)).toEqual([])
  expect(await sweep.findDeleted(2 * EVERY_MS + QUIET_MS)).toEqual([idOf(2)])
})

it('looks up the same products again after a failure', async () => {
  vi.mocked(source.findDeleted).mockRejectedValueOnce(new Error('down'))
  await expect(sweep.findDeleted(EVERY_MS)).rejects.toThrow('down')
  source.deleteQuietly(idOf(1))
  expect(await sweep.findDeleted(EVERY_MS)).toEqual([idOf(1)])
})
