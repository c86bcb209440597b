import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { temporaryDirectory } from '../process-support'
import { Collection } from './collection'

let path: string
beforeEach(() => {
  path = join(temporaryDirectory(), 'docs.journal')
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

const open = () => new Collection('a.docs', path)

/** Reopens the collection from its journal, runs `read` on it and returns the result. */
function reopened<Result>(read: (collection: Collection) => Result): Result {
  const collection = open()
  try {
    return read(collection)
  } finally {
    collection.close()
  }
}
const storedIds = () => reopened((collection) => collection.documents().map(({ _id }) => _id))

/** Inserts five documents. Returns the size of the journal file after each one. */
function writeFive(): number[] {
  return reopened((collection) =>
    [0, 1, 2, 3, 4].map((_id) => {
      collection.insert({ _id, text: 'x'.repeat(_id) })
      collection.flush()
      return statSync(path).size
    }),
  )
}

describe('a journal that was cut short', () => {
  test('has every whole record, wherever it was cut, and takes new ones', () => {
    const ends = writeFive()
    const bytes = readFileSync(path)
    for (let size = ends[2]!; size <= bytes.length; size++) {
      writeFileSync(path, bytes.subarray(0, size))
      const whole = [0, 1, 2, 3, 4].filter((id) => ends[id]! <= size)
      reopened((collection) => collection.insert({ _id: 'new' }))
      expect(storedIds()).toEqual([...whole, 'new'])
    }
  })

  test.each([
    ['zeros', Buffer.alloc(5000)],
    ['anything', Buffer.from('what the disk had there before, say')],
  ])('may end in %s', (_, rest) => {
    writeFive()
    const bytes = readFileSync(path)
    writeFileSync(path, Buffer.concat([bytes, rest]))
    expect(storedIds()).toEqual([0, 1, 2, 3, 4])
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining(`last ${rest.length} bytes`))
    expect(readFileSync(path)).toEqual(bytes)
  })
})

describe('a journal that is damaged', () => {
  test('before its last record is refused as it is, whichever byte it is', () => {
    const ends = writeFive()
    const intact = readFileSync(path)
    for (let at = 0; at < ends[3]!; at++) {
      const damaged = Buffer.from(intact)
      damaged[at]! ^= 0x10
      writeFileSync(path, damaged)
      const start = [0, ...ends].findLast((end) => end <= at)
      expect(open).toThrow(`${path} is damaged at byte ${start}, and intact records follow`)
      expect(readFileSync(path)).toEqual(damaged)
    }
  })

  test('in its last record has all but that one', () => {
    const ends = writeFive()
    const bytes = readFileSync(path)
    bytes[ends[3]! + 12]! ^= 1
    writeFileSync(path, bytes)
    expect(storedIds()).toEqual([0, 1, 2, 3])
  })
})

describe('a journal', () => {
  test('brings back documents, changes, removals and indexes', () => {
    reopened((collection) => {
      collection.createIndex({ name: 'slug_1', key: { slug: 1 }, unique: true })
      collection.createIndex({ name: 'gone_1', key: { gone: 1 } })
      const [a, b] = ['a', 'b'].map((slug) => collection.insert({ _id: slug, slug }))
      collection.replace(a!, { ...a, slug: 'c' })
      collection.remove(b!)
      collection.dropIndex('gone_1')
    })
    reopened((collection) => {
      expect(collection.documents()).toEqual([{ _id: 'a', slug: 'c' }])
      expect(collection.indexSpecs().map(({ name }) => name)).toEqual(['_id_', 'slug_1'])
      expect(() => collection.insert({ slug: 'c' })).toThrow('E11000')
    })
  })

  test('is compacted once it is mostly history, and loses nothing by it', () => {
    let [before, after] = [0, 0]
    reopened((collection) => {
      collection.createIndex({ name: 'n_1', key: { n: 1 } })
      let document = collection.insert({ _id: 1, n: 0 })
      for (let n = 1; n <= 1500; n++) {
        const next = { ...document, n }
        collection.replace(document, next)
        document = next
      }
      collection.flush()
      before = statSync(path).size
      collection.sync()
      after = statSync(path).size
      collection.insert({ _id: 2, n: 1 })
    })
    expect(after).toBeLessThan(before / 100)
    expect(existsSync(`${path}.new`)).toBe(false)
    reopened((collection) => {
      expect(collection.find({ n: { $in: [1, 1500] } }).map(({ _id }) => _id)).toEqual([2, 1])
      expect(collection.indexSpecs()).toHaveLength(2)
    })
  })

  test('does not care for a compaction that was cut short', () => {
    writeFive()
    writeFileSync(`${path}.new`, 'half of it')
    expect(storedIds()).toEqual([0, 1, 2, 3, 4])
  })
})
