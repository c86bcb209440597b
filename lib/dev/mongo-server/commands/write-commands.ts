import { z } from 'zod'
import { MongoError, toMongoError } from '../errors'
import { aggregate, project } from '../query/query'
import { applyUpdate, documentFromFilter, isReplacement, type Update } from '../query/update'
import type { Collection } from '../storage/collection'
import type { Document } from '../storage/document'
import { commandSchema, type Handler, handle, type Store } from './handlers'
import { collationSchema, documentSchema, flagSchema, sortSchema } from './schemas'

const orderedSchema = commandSchema.extend({ ordered: flagSchema.default(true) })

const insertSchema = orderedSchema.extend({ insert: z.string(), documents: z.array(documentSchema) })

const updateSchema = z.union([documentSchema, z.array(documentSchema)])

const orderSchema = z.object({ sort: sortSchema.optional(), collation: collationSchema.optional() })
type Order = z.output<typeof orderSchema>

const updateStatementSchema = orderSchema.extend({
  q: documentSchema,
  u: updateSchema,
  multi: flagSchema.default(false),
  upsert: flagSchema.default(false),
  arrayFilters: z.array(documentSchema).optional(),
})

const updateCommandSchema = orderedSchema.extend({ update: z.string(), updates: z.array(updateStatementSchema) })

const deleteSchema = orderedSchema.extend({
  delete: z.string(),
  deletes: z.array(z.object({ q: documentSchema, limit: z.union([z.literal(0), z.literal(1)]) })),
})

const findAndModifySchema = commandSchema.extend(orderSchema.shape).extend({
  findAndModify: z.string(),
  query: documentSchema.default({}),
  update: updateSchema.optional(),
  remove: flagSchema.default(false),
  upsert: flagSchema.default(false),
  new: flagSchema.default(false),
  fields: documentSchema.default({}),
  arrayFilters: z.array(documentSchema).optional(),
})

export function writeCommands({ databases }: Store): Record<string, Handler> {
  return {
    insert: handle(insertSchema, ({ $db, insert, documents, ordered }) => {
      const collection = databases.ensure($db, insert)
      return runEach(documents, ordered, (document) => {
        collection.insert(document)
        return { n: 1 }
      })
    }),
    update: handle(updateCommandSchema, ({ $db, update, updates, ordered }) => {
      const collection = databases.ensure($db, update)
      return runEach(updates, ordered, (statement) => updateMatching(collection, statement))
    }),
    delete: handle(deleteSchema, ({ $db, delete: name, deletes, ordered }) => {
      const collection = databases.get($db, name)
      return runEach(deletes, ordered, ({ q, limit }) => {
        const doomed = collection?.find(q, {}, limit || Number.POSITIVE_INFINITY) ?? []
        for (const document of doomed) collection?.remove(document)
        return { n: doomed.length }
      })
    }),
    findAndModify: handle(findAndModifySchema, (input) =>
      findAndModify(databases.ensure(input.$db, input.findAndModify), input),
    ),
  }
}

interface Outcome {
  n: number
  nModified?: number
  upsertedId?: unknown
}

/** Runs the statements of a write command, adds up their results and collects their errors. */
function runEach<Statement>(
  statements: Statement[],
  ordered: boolean,
  run: (statement: Statement) => Outcome,
): Document {
  const [upserted, writeErrors]: [Document[], Document[]] = [[], []]
  let [n, nModified] = [0, 0]
  for (const [index, statement] of statements.entries()) {
    try {
      const outcome = run(statement)
      n += outcome.n
      nModified += outcome.nModified ?? 0
      if ('upsertedId' in outcome) upserted.push({ index, _id: outcome.upsertedId })
    } catch (error) {
      writeErrors.push(toMongoError(error).toWriteError(index))
      if (ordered) break
    }
  }
  return { n, nModified, ...(upserted.length ? { upserted } : {}), ...(writeErrors.length ? { writeErrors } : {}) }
}

function updateMatching(collection: Collection, statement: z.output<typeof updateStatementSchema>): Outcome {
  const { q: filter, u: update, multi, upsert, arrayFilters } = statement
  if (multi && isReplacement(update))
    throw new MongoError(9, 'multi update is not supported for replacement-style update')
  const matching = findSorted(collection, filter, statement, multi ? Number.POSITIVE_INFINITY : 1)
  const change = { filter, update, arrayFilters }
  if (matching.length === 0 && upsert) return { n: 1, upsertedId: insertFrom(collection, change)._id }
  const changed = matching.filter((document) => collection.replace(document, applyUpdate(document, change)))
  return { n: matching.length, nModified: changed.length }
}

function findAndModify(collection: Collection, input: z.output<typeof findAndModifySchema>): Document {
  const { query: filter, update, arrayFilters, fields } = input
  const [before] = findSorted(collection, filter, input, 1)
  const show = (document: Document | undefined) => (document ? project([document], fields)[0] : null)
  if (input.remove) {
    if (before) collection.remove(before)
    return { value: show(before), lastErrorObject: { n: before ? 1 : 0 } }
  }
  if (!update) throw new MongoError(9, 'Either an update or remove=true must be specified')
  if (!before && !input.upsert) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } }
  const change = { filter, update, arrayFilters }
  const after = before ? applyUpdate(before, change) : insertFrom(collection, change)
  if (before) collection.replace(before, after)
  const upserted = before ? {} : { upserted: after._id }
  return {
    value: show(input.new ? after : before),
    lastErrorObject: { n: 1, updatedExisting: before !== undefined, ...upserted },
  }
}

function findSorted(collection: Collection, filter: Document, { sort, collation }: Order, limit: number): Document[] {
  if (!sort) return collection.find(filter, {}, limit)
  return aggregate(collection.find(filter), [{ $sort: sort }], { collation }).slice(0, limit)
}

function insertFrom(collection: Collection, change: Update): Document {
  return collection.insert(applyUpdate(documentFromFilter(change.filter), change, true))
}
