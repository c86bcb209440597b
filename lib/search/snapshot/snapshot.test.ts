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

test('the cursor and the moments at which products must be read again are saved too', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7), validUntil: 1234.5 })]), file, 'how far')
  const restored = await restore(file)
  expect(restored?.cursor).toBe('how far')
  expect(restored?.index.due(1235)).toEqual([idOf(7)])
})

test('a file that is missing, cut short, of another version or no snapshot at all is none', async () => {
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

test('an index in another language, or with descriptions where none are wanted, is none', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7) })], { language: 'de' }), file)
  expect(await restore(file)).toBeUndefined()
  expect(await restore(file, { language: 'de', descriptions: false })).toBeUndefined()
  expect((await restore(file, { language: 'de' }))?.index.search({ text: 'things ' }).total).toBe(1)
})

test('a file of which one bit is wrong is none', async () => {
  await save(await SearchIndex.of([aProduct({ id: idOf(7) })]), file)
  const whole = readFileSync(file)
  for (let at = 0; at < whole.length; at += 7) {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1 << (at % 8)
    writeFileSync(file, bytes)
    expect(await restore(file), `byte ${at}`).toBeUndefined()
  }
})

test('a product that takes the row of a removed one does not inherit its words', async () => {
  const before = await SearchIndex.of([aProduct({ id: idOf(1), name: 'Kettle' })])
  before.remove(idOf(1))
  await save(before, file)
  const index = (await restore(file))!.index
  index.upsert(aProduct({ id: idOf(2), name: 'Lamp' }))
  expect(index.search({ text: 'kettle' }).total).toBe(0)
  expect(index.search({ text: 'lamp' }).total).toBe(1)
})

test('a product renamed over and over, with snapshots between, takes no more rows', async () => {
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
