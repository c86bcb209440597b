import { resolve } from 'mingo/util'
import { z } from 'zod'
import { MongoError } from '../errors'
import { writeOutput } from '../query/output'
import { aggregate, project, type QueryOptions } from '../query/query'
import { type Document, isDocument, keyOf } from '../storage/document'
import { commandSchema, type Handler, handle, type Store } from './handlers'
import { collationSchema, countSchema, documentSchema, flagSchema, sortSchema } from './schemas'

const findSchema = commandSchema.extend({
  find: z.string(),
  filter: documentSchema.default({}),
  sort: sortSchema.default({}),
  projection: documentSchema.default({}),
  skip: countSchema.default(0),
  limit: z.int().default(0),
  batchSize: countSchema.optional(),
  singleBatch: flagSchema.default(false),
  collation: collationSchema.optional(),
  let: documentSchema.optional(),
})

const aggregateSchema = commandSchema.extend({
  aggregate: z.union([z.string(), z.literal(1)]),
  pipeline: z.array(documentSchema),
  cursor: z.object({ batchSize: countSchema.optional() }).optional(),
  collation: collationSchema.optional(),
  let: documentSchema.optional(),
  explain: flagSchema.default(false),
})

const countCommandSchema = commandSchema.extend({
  count: z.string(),
  query: documentSchema.default({}),
  skip: countSchema.default(0),
  limit: z.int().default(0),
})

const distinctSchema = commandSchema.extend({
  distinct: z.string(),
  key: z.string(),
  query: documentSchema.default({}),
})

const getMoreSchema = commandSchema.extend({ getMore: z.int(), batchSize: countSchema.optional() })

const killCursorsSchema = commandSchema.extend({ cursors: z.array(z.int()) })

export function readCommands(store: Store): Record<string, Handler> {
  return {
    find: timed(handle(findSchema, (input) => find(store, input))),
    aggregate: timed(handle(aggregateSchema, (input) => runPipeline(store, input))),
    count: timed(handle(countCommandSchema, (input) => count(store, input))),
    distinct: timed(handle(distinctSchema, (input) => distinct(store, input))),
    getMore: handle(getMoreSchema, ({ getMore, batchSize }) => store.cursors.more(getMore, batchSize)),
    killCursors: handle(killCursorsSchema, ({ cursors }) => {
      const cursorsKilled = cursors.filter((id) => store.cursors.close(id))
      const cursorsNotFound = cursors.filter((id) => !cursorsKilled.includes(id))
      return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] }
    }),
  }
}

/** Returns a handler that rejects a command that took longer than its maxTimeMS. It does not interrupt the command. */
function timed(handler: Handler): Handler {
  return (command) => {
    const started = performance.now()
    const reply = handler(command)
    const { maxTimeMS } = command
    if (typeof maxTimeMS === 'number' && maxTimeMS > 0 && performance.now() - started > maxTimeMS)
      throw new MongoError(50, 'operation exceeded time limit')
    return reply
  }
}

function find({ databases, cursors }: Store, input: z.output<typeof findSchema>): Document {
  const { filter, sort, projection, skip } = input
  const options: QueryOptions = { collation: input.collation, variables: input.let }
  const end = input.limit === 0 ? Number.POSITIVE_INFINITY : skip + Math.abs(input.limit)
  const collection = databases.get(input.$db, input.find)
  const isSorted = Object.keys(sort).length > 0
  const matching = collection?.find(filter, options, isSorted ? Number.POSITIVE_INFINITY : end) ?? []
  const ordered = isSorted ? aggregate(matching, [{ $sort: sort }], options) : matching
  const documents = project(ordered.slice(skip, end), projection, filter, options)
  return cursors.open(`${input.$db}.${input.find}`, documents, input.batchSize, input.singleBatch || input.limit < 0)
}

function runPipeline({ databases, cursors }: Store, input: z.output<typeof aggregateSchema>): Document {
  const { $db, aggregate: name, pipeline, collation, let: variables } = input
  if (input.explain) throw new MongoError(115, 'explain is not supported')
  const collectionResolver = (other: string) => databases.get($db, other)?.documents() ?? []
  const options: QueryOptions = { collation, variables, collectionResolver }
  const collection = typeof name === 'string' ? databases.get($db, name) : undefined
  const last = pipeline.at(-1)
  const output = last && ('$out' in last || '$merge' in last) ? last : undefined
  const stages = output ? pipeline.slice(0, -1) : pipeline
  // an index can only help if the pipeline starts with $match
  const filter = isDocument(stages[0]?.$match) ? stages[0].$match : undefined
  const source = collection?.find(filter ?? {}, options) ?? []
  const results = aggregate(source, filter ? stages.slice(1) : stages, options)
  if (output) writeOutput(databases, $db, output, results)
  return cursors.open(`${$db}.${name === 1 ? '$cmd.aggregate' : name}`, output ? [] : results, input.cursor?.batchSize)
}

function count({ databases }: Store, input: z.output<typeof countCommandSchema>): Document {
  const { $db, count, query, skip, limit } = input
  const end = limit === 0 ? Number.POSITIVE_INFINITY : skip + Math.abs(limit)
  const found = databases.get($db, count)?.find(query, {}, end) ?? []
  return { n: Math.max(0, found.length - skip) }
}

function distinct({ databases }: Store, { $db, distinct, key, query }: z.output<typeof distinctSchema>): Document {
  const documents = databases.get($db, distinct)?.find(query) ?? []
  const values = documents.flatMap((document) => resolve(document, key)).filter((value) => value !== undefined)
  return { values: [...new Map(values.map((value) => [keyOf(value), value])).values()] }
}
