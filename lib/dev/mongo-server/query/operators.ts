// Mingo's operators, with replacements where mingo is slow or differs from MongoDB.
import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import { type Iterator, Lazy } from 'mingo/lazy'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipelineOperators from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import type { Options } from 'mingo/types'
import { cloneDeep, compare, resolve, unique } from 'mingo/util'
import { type Document, isDocument } from '../storage/document'

/**
 * Sorts documents. Mingo's version is slow for dates and ids. An array sorts by its smallest item, or its largest if
 * descending.
 */
function $sort(documents: Iterator, order: Record<string, 1 | -1>, options: Options): Iterator {
  if (options.collation?.locale) return pipelineOperators.$sort(documents, order, options)
  const fields = Object.entries(order)
  return documents.transform<Document>((input: Document[]) => {
    const rows = input.map((document) => ({
      document,
      keys: fields.map(([path, direction]) => sortKey(resolve(document, path), direction)),
    }))
    rows.sort((a, b) => {
      for (const [i, [, direction]] of fields.entries()) {
        const difference = compareValues(a.keys[i], b.keys[i])
        if (difference !== 0) return difference * direction
      }
      return 0
    })
    return Lazy(rows.map((row) => row.document))
  })
}

function sortKey(value: unknown, direction: 1 | -1): unknown {
  if (!Array.isArray(value)) return value
  return value.reduce((best, item) => (compareValues(item, best) * direction < 0 ? item : best), value[0])
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  return compare(a ?? null, b ?? null)
}

/** Runs $facet. Mingo's version copies every document once for each facet. */
function $facet(documents: Iterator, facets: Record<string, Document[]>, options: Options): Iterator {
  return documents.transform<Document>((input: Document[]) => {
    const results = Object.entries(facets).map(([name, stages]) => {
      const source = stages.some(changesItsInput) ? cloneDeep(input) : input
      return [name, new Aggregator(stages, options).run(source)]
    })
    return Lazy([Object.fromEntries(results)])
  })
}

interface Bucket {
  groupBy: unknown
  boundaries: unknown[]
  default?: unknown
  output?: Document
}

/** Runs $bucket as MongoDB does. Mingo's version puts values equal to a boundary into the lower bucket. */
function $bucket(documents: Iterator, { groupBy, boundaries, output, ...others }: Bucket, options: Options): Iterator {
  const branches = boundaries.slice(1).map((upper, i) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: boundaries[i] }] }, { $lt: [groupBy, { $literal: upper }] }] },
    // biome-ignore lint/suspicious/noThenProperty: the operator's own word
    then: { $literal: boundaries[i] },
  }))
  const otherwise = 'default' in others ? { default: { $literal: others.default } } : {}
  const group = { _id: { $switch: { branches, ...otherwise } }, ...(output ?? { count: { $sum: 1 } }) }
  return new Aggregator([{ $group: group }, { $sort: { _id: 1 } }], options).stream(documents)
}

/** Runs $count as MongoDB does, which returns nothing if there are no documents. Mingo's version returns { n: 0 }. */
const $count: typeof pipelineOperators.$count = (documents, field) =>
  documents.transform((input) => Lazy(input.length ? [{ [field]: input.length }] : []))

/** Runs $push. Mingo's version adds null for a missing value. */
function $push(documents: unknown[], value: unknown, options: Options): unknown[] {
  const values = accumulator.$push(documents, [value], options)
  return values.flatMap((items) => (Array.isArray(items) ? items.slice(0, 1) : [])).filter((item) => item !== undefined)
}

const $addToSet: typeof $push = (...input) => unique($push(...input))

/** Wraps $gte or $lte so that comparing with null also matches missing fields, unlike in mingo. */
const orMissing =
  (operator: typeof query.$gte): typeof query.$gte =>
  (path, value, options) =>
    (value === null ? query.$eq : operator)(path, value, options)

// $out and $merge write documents, so output.ts runs them instead of mingo.
const { $out: _out, $merge: _merge, ...stages } = pipelineOperators
const pipeline = { ...stages, $bucket, $count, $facet, $sort }

export const context = Context.init({
  accumulator: { ...accumulator, $push, $addToSet },
  expression,
  pipeline,
  projection,
  query: { ...query, $gte: orMissing(query.$gte), $lte: orMissing(query.$lte) },
  window,
})

export const isStage = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(pipeline, name)

const readers = new Set(
  '$match $sort $skip $limit $sample $count $group $sortByCount $bucket $bucketAuto $facet $replaceRoot'.split(' '),
)

/** Returns whether the stage may modify nested parts of its input. (Mingo copies only the top level of a document.) */
export function changesItsInput(stage: Document): boolean {
  return Object.entries(stage).some(([name, spec]) => {
    if (name === '$unwind') return typeof spec !== 'string'
    if (name === '$lookup') return isDocument(spec) && spec.pipeline !== undefined
    if (name === '$project') return isDocument(spec) && excludes(spec)
    return !readers.has(name)
  })
}

const excludes = ({ _id, ...fields }: Document): boolean =>
  Object.values(fields).some((field) => !field || (isDocument(field) && excludes(field)))
