import { open, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { LANGUAGES, stemOf } from '../analysis/inflect'
import { Column, Dictionary, type Typed } from '../index/columns'
import { Ids } from '../index/ids'
import { Names } from '../index/names'
import { Postings } from '../index/postings'
import { Skus } from '../index/skus'
import { type IndexOptions, Table } from '../index/table'
import { SearchIndex } from '../search-index'

// Increase this whenever the layout, the folding of words or the bar edges change.
const FORMAT = 'nexus-search-7'
/** Number of bytes in front of the header: its length, and a checksum of everything after it. */
const START = 8
const MAX_READ_BYTES = 2 ** 28
const TYPES = { Uint8Array, Uint16Array, Uint32Array, Float64Array }

const values = z.array(z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))
const headerSchema = z.object({
  format: z.literal(FORMAT),
  cursor: z.string(),
  language: z.enum(LANGUAGES),
  descriptions: z.boolean(),
  rows: z.int(),
  variants: z.int(),
  sections: z.array(
    z.object({ type: z.enum(['Uint8Array', 'Uint16Array', 'Uint32Array', 'Float64Array']), length: z.int() }),
  ),
  facts: z.object({ brand: values, rating: values, discount: values, choice: values }),
  specs: z.array(z.tuple([z.string(), values])),
  leaves: z.array(z.object({ path: z.string(), size: z.int(), specs: z.array(z.string()) })),
  terms: z.array(z.string()),
})
type Header = z.infer<typeof headerSchema>

/**
 * Compacts the index and writes it to one file: a JSON header, followed by the arrays as they are in memory. The file
 * is replaced atomically. The index must not change while this runs. `cursor` is the position up to which the source
 * was read.
 */
export async function save({ table }: SearchIndex, path: string, cursor = '') {
  if (table.stale > 0 || table.recent.terms.length > 0) table.compact()
  const { rows, variants, perRow, perVariant, facts, leaves, postings, names, skus } = table
  const ofRows = [facts.brand, facts.rating, facts.discount]
  const arrays: Typed[] = [
    perRow.alive,
    perRow.leafOf,
    perRow.slotOf,
    perRow.textHash,
    perRow.popularity,
    perRow.reviewScore,
    perRow.createdAt,
    perRow.validUntil,
    perRow.firstVariant,
    perRow.variantCount,
    ...ofRows.map(({ codes }) => codes),
  ].map((array) => array.subarray(0, rows))
  arrays.push(table.ids.words.subarray(0, rows * 3))
  arrays.push(
    ...[perVariant.price, perVariant.priceBar, table.choice.codes].map((array) => array.subarray(0, variants)),
  )
  arrays.push(postings.starts, postings.bytes)
  arrays.push(names.bytes.subarray(0, names.end), names.starts.subarray(0, rows), names.counts.subarray(0, rows))
  arrays.push(skus.sorted.owners, skus.sorted.blocks, skus.sorted.bytes)
  for (const { rows, size, specs } of leaves)
    arrays.push(...[rows, ...Array.from(specs.values(), ({ codes }) => codes)].map((array) => array.subarray(0, size)))
  const valuesOf = ({ dictionary }: { dictionary: Dictionary }) => dictionary.values.map((value) => value ?? null)
  const header: Header = {
    format: FORMAT,
    cursor,
    ...table.options,
    rows,
    variants,
    sections: arrays.map((array) => ({ type: nameOf(array), length: array.length })),
    facts: {
      brand: valuesOf(facts.brand),
      rating: valuesOf(facts.rating),
      discount: valuesOf(facts.discount),
      choice: valuesOf(table.choice),
    },
    specs: Array.from(table.specs, ([key, dictionary]) => [key, valuesOf({ dictionary })]),
    leaves: leaves.map(({ path, size, specs }) => ({ path, size, specs: [...specs.keys()] })),
    terms: postings.terms,
  }
  const json = Buffer.from(JSON.stringify(header))
  const parts = [json, ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))]
  const start = Buffer.alloc(START)
  start.writeUInt32LE(json.length, 0)
  start.writeUInt32LE(
    parts.reduce((sum, part) => crc32(part, sum), 0),
    4,
  )
  const file = await open(`${path}.new`, 'w')
  try {
    for (const part of [start, ...parts]) await file.writeFile(part)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

/** Returns the saved index and its cursor; undefined if there is no intact file with this version and these options. */
export async function restore(
  path: string,
  { language = 'en', descriptions = true }: IndexOptions = {},
): Promise<{ index: SearchIndex; cursor: string } | undefined> {
  const read = await readSnapshot(path)
  if (read?.header.language !== language || read.header.descriptions !== descriptions) return undefined
  const { header, arrays } = read
  const { rows, variants, facts, specs, leaves, terms } = header
  let section = 0
  const next = (): Typed => arrays[section++]!
  const take = <T extends Typed>(type: new (length: number) => T): T => {
    const array = next()
    if (!(array instanceof type)) throw new TypeError(`expected a ${type.name} in the snapshot`)
    return array
  }
  const column = (dictionary: Dictionary) => {
    const codes = next()
    return new Column(dictionary, codes instanceof Uint16Array ? codes : Uint32Array.from(codes))
  }

  const table = new Table({ language, descriptions }, await stemOf(language))
  table.perRow = {
    alive: take(Uint8Array),
    leafOf: take(Uint16Array),
    slotOf: take(Uint32Array),
    textHash: take(Uint32Array),
    popularity: take(Uint32Array),
    reviewScore: take(Uint16Array),
    createdAt: take(Uint32Array),
    validUntil: take(Float64Array),
    firstVariant: take(Uint32Array),
    variantCount: take(Uint16Array),
  }
  table.facts = {
    brand: column(new Dictionary(facts.brand)),
    rating: column(new Dictionary(facts.rating)),
    discount: column(new Dictionary(facts.discount)),
  }
  table.ids = new Ids(take(Uint32Array), table.perRow.alive)
  table.perVariant = { price: take(Uint32Array), priceBar: take(Uint8Array) }
  table.choice = column(new Dictionary(facts.choice))
  table.postings = new Postings(table.stem, terms, take(Uint32Array), take(Uint8Array))
  const [words, starts, counts] = [take(Uint8Array), take(Uint32Array), take(Uint8Array)]
  table.names = new Names(words, starts, counts, words.length)
  table.skus = Skus.restored(take(Uint32Array), take(Uint32Array), take(Uint8Array))
  table.specs = new Map(specs.map(([key, values]) => [key, new Dictionary(values)]))
  table.leaves = leaves.map(({ path, size, specs }) => {
    const rows = take(Uint32Array)
    const free = [...rows].filter((row) => !table.perRow.alive[row])
    return { path, rows, size, free, specs: new Map(specs.map((key) => [key, column(table.specs.get(key)!)])) }
  })
  table.rows = rows
  table.variants = variants
  return { index: new SearchIndex(table.ready()), cursor: header.cursor }
}

/**
 * Returns the header and the arrays of a file; undefined if the file is missing, truncated, damaged or from another
 * version.
 */
async function readSnapshot(path: string): Promise<{ header: Header; arrays: Typed[] } | undefined> {
  const file = await open(path).catch(() => undefined)
  if (!file) return undefined
  let sum = 0
  const read = async <B extends NodeJS.ArrayBufferView>(target: B): Promise<B> => {
    for (let done = 0; done < target.byteLength; ) {
      const { bytesRead } = await file.read(target, {
        offset: done,
        length: Math.min(target.byteLength - done, MAX_READ_BYTES),
      })
      if (bytesRead === 0) throw new Error('the snapshot ends too early')
      done += bytesRead
    }
    return target
  }
  const checked = async <B extends NodeJS.ArrayBufferView>(target: B): Promise<B> => {
    sum = crc32(await read(target), sum)
    return target
  }
  try {
    const { size } = await file.stat()
    const start = await read(Buffer.alloc(START))
    const length = start.readUInt32LE(0)
    if (START + length > size) return undefined
    const header = headerSchema.parse(JSON.parse((await checked(Buffer.alloc(length))).toString()))
    const bytes = header.sections.reduce((all, { type, length }) => all + length * TYPES[type].BYTES_PER_ELEMENT, 0)
    if (START + length + bytes !== size) return undefined
    const arrays: Typed[] = []
    for (const { type, length } of header.sections) {
      const array = new TYPES[type](length)
      await checked(new Uint8Array(array.buffer))
      arrays.push(array)
    }
    return sum === start.readUInt32LE(4) ? { header, arrays } : undefined
  } catch {
    return undefined
  } finally {
    await file.close()
  }
}

function nameOf(array: Typed): keyof typeof TYPES {
  if (array instanceof Uint8Array) return 'Uint8Array'
  if (array instanceof Uint16Array) return 'Uint16Array'
  return array instanceof Uint32Array ? 'Uint32Array' : 'Float64Array'
}
