import * as operators from 'mingo/operators/update'
import { type Modifier, updateOne } from 'mingo/updater'
import { cloneDeep, resolve, setValue } from 'mingo/util'
import { MongoError } from '../errors'
import { type Document, isDocument, keyOf } from '../storage/document'
import { context } from './operators'
import { aggregate } from './query'

export interface Update {
  /** The filter that matched the document; the positional operator ($) refers to it. */
  filter: Document
  update: Document | Document[]
  arrayFilters?: Document[]
}

export const isReplacement = (update: Document | Document[]): boolean =>
  !Array.isArray(update) && !Object.keys(update).some((key) => key.startsWith('$'))

/** Returns an updated copy of the document. */
export function applyUpdate(document: Document, { filter, update, arrayFilters }: Update, isInsert = false): Document {
  if (Array.isArray(update)) return withSameId(document, transform(document, update))
  if (isReplacement(update)) return withSameId(document, update)

  const { $setOnInsert = {}, ...modifier } = modifierOf(update)
  const { _id = document._id, ...$set } = { ...modifier.$set, ...(isInsert ? $setOnInsert : {}) }
  const result = withSameId(document, { ...cloneDeep(document), _id }) // mingo rejects any update of _id
  const changes = { ...modifier, $set }
  checkFields(result, changes)
  const isPositional = Object.values(changes).some((fields) =>
    Object.keys(fields).some((path) => /\.\$(\.|$)/.test(path)),
  )
  const config = { arrayFilters, cloneMode: 'deep' } as const
  // mingo itself checks the values of the operators
  updateOne([result], isPositional ? filter : {}, changes as Modifier<Document>, config, { context })
  return result
}

const transformations = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith'])

function transform(document: Document, stages: Document[]): Document {
  for (const name of stages.flatMap(Object.keys))
    if (!transformations.has(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`)
  return aggregate([document], stages)[0] ?? {}
}

/** Returns the fields of each operator in an update. Throws for unknown operators. */
function modifierOf(update: Document): Record<string, Document> {
  const fields = Object.entries(update).map(([operator, value]): [string, Document] => {
    if (operator !== '$setOnInsert' && !Object.hasOwn(operators, operator))
      throw new MongoError(9, `Unknown modifier: ${operator}`)
    if (!isDocument(value))
      throw new MongoError(9, `Modifiers operate on fields: expected a document after ${operator}`)
    return [operator, value]
  })
  return Object.fromEntries(fields)
}

function withSameId(document: Document, { _id = document._id, ...others }: Document): Document {
  if (document._id !== undefined && keyOf(_id) !== keyOf(document._id))
    throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'")
  return { _id, ...others }
}

/** Throws if MongoDB would reject the update although mingo does not. */
function checkFields(document: Document, modifier: Record<string, Document>): void {
  const pathsOf = (operators: string[]) =>
    operators.flatMap((operator) => Object.keys(modifier[operator] ?? {})).filter((path) => !path.includes('$'))
  for (const path of pathsOf(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet'])) checkPath(document, path)
  for (const path of pathsOf(['$inc', '$mul'])) checkType(document, path, 14, (value) => typeof value === 'number')
  for (const path of pathsOf(['$push', '$addToSet', '$pull', '$pop'])) checkType(document, path, 2, Array.isArray)
}

function checkPath(document: Document, path: string): void {
  let parent: unknown = document
  for (const part of path.split('.')) {
    if (Array.isArray(parent) && /^\d+$/.test(part)) parent = parent[Number(part)]
    else if (isDocument(parent)) parent = parent[part]
    else throw new MongoError(28, `Cannot create field '${part}' of '${path}' in a value that has no such fields`)
    if (parent === undefined) return
  }
}

function checkType(document: Document, path: string, code: 2 | 14, isRight: (value: unknown) => boolean): void {
  const value = resolve(document, path)
  if (value !== undefined && !isRight(value)) throw new MongoError(code, `The field '${path}' has the wrong type`)
}

/** Returns the document from which an upsert starts: the fields that the filter compares for equality. */
export function documentFromFilter(filter: Document): Document {
  const document: Document = {}
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition))
      for (const part of condition.filter(isDocument)) Object.assign(document, documentFromFilter(part))
    if (path.startsWith('$') || condition instanceof RegExp) continue
    if (!isDocument(condition) || !Object.keys(condition).some((key) => key.startsWith('$')))
      setValue(document, path, condition)
    else if ('$eq' in condition) setValue(document, path, condition.$eq)
  }
  return document
}
