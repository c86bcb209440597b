import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SearchIndex } from '../search-index'
import { aProduct, idOf } from '../testing/products'
import { restore, save } from './snapshot'

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'))
  file = join(folder, 'snapshot')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a snapshot includes the cursor and the times at which products must be read again', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7), validUntil: 1234.5 })]), file, 'how far')
  const restored = await restore(file)
  expect(restored?.cursor).toBe('how far')
  expect(restored?.index.due(1235)).toEqual([idOf(7)])
})

test('a missing, truncated, outdated or foreign file is not restored', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7) })]), file)
  const whole = readFileSync(file)
  expect(await restore(join(folder, 'missing'))).toBeUndefined()
  for (const bytes of [
    whole.subarray(0, -1),
    whole.subarray(0, 100),
    whole.subarray(0, 4),
    Buffer.from(whole.toString('latin1').replace('nexus-search-', 'nexus-search+'), 'latin1'),
    Buffer.from('something else entirely'),
  ]) {
    writeFileSync(file, bytes)
    expect(await restore(file)).toBeUndefined()
  }
})

test('an index with another language or other descriptions setting is not restored', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7) })], { language: 'de' }), file)
  expect(await restore(file)).toBeUndefined()
  expect(await restore(file, { language: 'de', descriptions: false })).toBeUndefined()
  expect((await restore(file, { language: 'de' }))?.index.search({ text: 'things ' }).total).toBe(1)
})

test('a file with one flipped bit is not restored', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7) })]), file)
  const whole = readFileSync(file)
  for (let at = 0; at < whole.length; at += 7) {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1 << (at % 8)
    writeFileSync(file, bytes)
    expect(await restore(file), `byte ${at}`).toBeUndefined()
  }
})

test('a product in the row of a removed one does not inherit its words', async () => {
  const before = await SearchIndex.of([aProduct({ id: idOf(1), name: 'Kettle' })])
  before.remove(idOf(1))
  await save(before, file)
  const index = (await restore(file))!.index
  index.upsert(aProduct({ id: idOf(2), name: 'Lamp' }))
  expect(index.search({ text: 'kettle' }).total).toBe(0)
  expect(index.search({ text: 'lamp' }).total).toBe(1)
})

test('renaming a product again and again, with snapshots between, uses no more rows', async () => {
  let index = await SearchIndex.of([aProduct({ id: idOf(0) }), aProduct({ id: idOf(1) })])
  for (let n = 0; n < 20; n++) {
    index.upsert(aProduct({ id: idOf(n % 2), name: `Name ${n}` }))
    if (n % 3 > 0) continue
    await save(index, file)
    index = (await restore(file))!.index
  }
  expect(index.search({}).total).toBe(2)
  expect(index.table.rows).toBeLessThanOrEqual(6)
})
