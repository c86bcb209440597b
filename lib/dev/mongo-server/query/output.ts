import { EJSON } from 'bson'
import { resolve } from 'mingo/util'
import { z } from 'zod'
import { documentSchema } from '../commands/schemas'
import { MongoError } from '../errors'
import type { Collection } from '../storage/collection'
import type { Databases } from '../storage/databases'
import type { Document } from '../storage/document'
import { aggregate } from './query'

const targetSchema = z.union([
  z.string().transform((coll) => ({ db: undefined, coll })),
  z.object({ db: z.string().optional(), coll: z.string() }),
])

const mergeSchema = z.union([
  z.object({
    into: targetSchema,
    on: z.union([z.string().transform((field) => [field]), z.array(z.string())]).default(['_id']),
    whenMatched: z
      .union([z.enum(['merge', 'replace', 'keepExisting', 'fail']), z.array(documentSchema)])
      .default('merge'),
    whenNotMatched: z.enum(['insert', 'discard', 'fail']).default('insert'),
    let: documentSchema.optional(),
  }),
  z.string().transform((coll) => ({
    into: { db: undefined, coll },
    on: ['_id'],
    whenMatched: 'merge' as const,
    whenNotMatched: 'insert' as const,
    let: undefined,
  })),
])

/** Writes the results of a pipeline to the collection that its last stage, $out or $merge, specifies. */
export function writeOutput(databases: Databases, $db: string, stage: Document, results: Document[]): void {
  if ('$out' in stage) {
    const { db, coll } = targetSchema.parse(stage.$out)
    const target = databases.ensure(db ?? $db, coll)
    for (const document of target.documents()) target.remove(document)
    for (const result of results) target.insert(result)
  } else {
    const merge = mergeSchema.parse(stage.$merge)
    const target = databases.ensure(merge.into.db ?? $db, merge.into.coll)
    for (const result of results) mergeInto(target, merge, result)
  }
}

function mergeInto(target: Collection, merge: z.output<typeof mergeSchema>, result: Document): void {
  const { whenMatched, whenNotMatched } = merge
  const filter = Object.fromEntries(merge.on.map((field) => [field, resolve(result, field)]))
  const [existing] = target.find(filter, {}, 1)
  if (!existing) {
    if (whenNotMatched === 'fail') throw new MongoError(13113, `$merge found nothing at ${EJSON.stringify(filter)}`)
    if (whenNotMatched === 'insert') target.insert(result)
  } else if (whenMatched === 'fail') {
    throw new MongoError(11000, `$merge found a document at ${EJSON.stringify(filter)}`)
  } else if (whenMatched !== 'keepExisting') {
    const replacement = Array.isArray(whenMatched)
      ? aggregate([existing], whenMatched, { variables: { ...merge.let, new: result } })[0]
      : { ...(whenMatched === 'merge' ? existing : {}), ...result }
    target.replace(existing, { ...replacement, _id: existing._id })
  }
}
