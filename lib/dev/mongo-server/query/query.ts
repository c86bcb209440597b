// Wraps mingo, which runs queries and pipelines. Stored documents are shared, so nothing here may modify them.
import { Aggregator } from 'mingo/aggregator'
import { Query } from 'mingo/query'
import type { CollectionResolver, Options } from 'mingo/types'
import { cloneDeep } from 'mingo/util'
import type { z } from 'zod'
import type { collationSchema } from '../commands/schemas'
import { MongoError } from '../errors'
import type { Document } from '../storage/document'
import { changesItsInput, context, isStage } from './operators'

export interface QueryOptions {
  collation?: z.infer<typeof collationSchema>
  variables?: Document
  /** Returns the documents of another collection, for stages such as $lookup. */
  collectionResolver?: CollectionResolver
}

const mingoOptions = (options: QueryOptions): Partial<Options> => ({ ...options, context })

export function createMatcher(filter: Document, options: QueryOptions = {}): (document: Document) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  const query = new Query(filter, mingoOptions(options))
  return (document) => query.test(document)
}

export function aggregate(documents: Document[], stages: Document[], options: QueryOptions = {}): Document[] {
  for (const stage of stages) {
    const [name] = Object.keys(stage)
    if (!isStage(name)) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`)
  }
  if (stages.length === 0) return documents
  if (!stages.some(changesItsInput)) return new Aggregator(stages, mingoOptions(options)).run(documents)
  const collectionResolver: CollectionResolver = (name) => cloneDeep(options.collectionResolver?.(name) ?? [])
  return new Aggregator(stages, mingoOptions({ ...options, collectionResolver })).run(cloneDeep(documents))
}

/**
 * Applies the projection of a find command. A positional projection such as { 'variants.$': 1 } refers to the filter.
 */
export function project(
  documents: Document[],
  projection: Document,
  filter: Document = {},
  options: QueryOptions = {},
): Document[] {
  if (Object.keys(projection).length === 0) return documents
  const source = changesItsInput({ $project: projection }) ? cloneDeep(documents) : documents
  // Only a positional projection needs the filter. Otherwise skip it, because testing each document against a long list
  // of ids would take quadratic time.
  const isPositional = Object.keys(projection).some((path) => path.endsWith('.$'))
  return new Query(isPositional ? filter : {}, mingoOptions(options)).find<Document>(source, projection).all()
}
