import { ObjectId, serialize } from 'bson'
import type { IndexSpec } from '../commands/schemas'
import { MongoError } from '../errors'
import { createMatcher, type QueryOptions } from '../query/query'
import { MAX_DOCUMENT_SIZE } from '../wire'
import { type Document, isDocument, keyOf, sizeOf } from './document'
import { type Condition, conditionsOf, Index, lookupKeys } from './indexes'
import { type Change, Journal } from './journal'

const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 } }

/**
 * The documents of a collection, held in memory and, if a path is given, also in a journal. Stored documents are
 * immutable.
 */
export class Collection {
  readonly #documents = new Map<string, Document>()
  readonly #indexes = new Map<string, Index>()
  readonly #journal: Journal | undefined

  /**
   * Opens the collection. `namespace` (`database.collection`) appears in error messages. Throws if the journal is
   * damaged.
   */
  constructor(
    readonly namespace: string,
    journalPath?: string,
  ) {
    this.#journal = journalPath ? Journal.open(journalPath, (change) => this.#apply(change)) : undefined
  }

  /** Number of documents that `find` has examined so far, like MongoDB's `scannedObjects`. */
  scanned = 0

  get size(): number {
    return this.#documents.size
  }

  documents(): Document[] {
    return [...this.#documents.values()]
  }

  indexSpecs(): IndexSpec[] {
    return [ID_INDEX, ...[...this.#indexes.values()].map((index) => index.spec)]
  }

  /** Returns the matching documents, at most `limit` of them. */
  find(filter: Document, options: QueryOptions = {}, limit = Number.POSITIVE_INFINITY): Document[] {
    const matches = createMatcher(withoutIdList(filter), options)
    const found: Document[] = []
    for (const document of this.#candidates(filter)) {
      if (found.length >= limit) break
      this.scanned++
      if (matches(document)) found.push(document)
    }
    return found
  }

  /** Returns every document that could match the filter, and possibly others. */
  #candidates(filter: Document): Iterable<Document> {
    const conditions = conditionsOf(filter)
    const ids = lookupKeys(conditions, '_id') ?? this.#lookUp(conditions)
    if (!ids) return this.#documents.values()
    return ids.map((id) => this.#documents.get(id)).filter((document) => document !== undefined)
  }

  /** Returns ids from the index that selects the fewest documents, or undefined if no index helps. */
  #lookUp(conditions: Condition[]): string[] | undefined {
    const countOf = (sets: Set<string>[]) => sets.reduce((sum, set) => sum + set.size, 0)
    const [smallest] = [...this.#indexes.values()]
      .map((index) => index.select(conditions))
      .filter((sets) => sets !== undefined)
      .sort((a, b) => countOf(a) - countOf(b))
    return smallest && [...new Set(smallest.flatMap((set) => [...set]))]
  }

  /** Stores the document and returns it with `_id` as its first field. Throws if a unique key is taken. */
  insert({ _id = new ObjectId(), ...fields }: Document): Document {
    const document = { _id, ...fields }
    this.#check(document)
    if (this.#documents.has(keyOf(_id))) throw duplicateKey(this.namespace, ID_INDEX, document)
    this.#commit({ put: document })
    return document
  }

  /** Replaces a document. Returns false if the new version is identical. */
  replace(previous: Document, document: Document): boolean {
    this.#check(document)
    if (Buffer.compare(serialize(previous), serialize(document)) === 0) return false
    this.#commit({ put: document })
    return true
  }

  remove(document: Document): void {
    this.#commit({ remove: document._id })
  }

  /** Creates the index unless it exists. Throws if there is a different index with the same name or key. */
  createIndex(spec: IndexSpec): void {
    const keyText = JSON.stringify(spec.key)
    const existing = this.indexSpecs().find(({ name, key }) => name === spec.name || JSON.stringify(key) === keyText)
    if (existing) {
      const isSame = existing.name === spec.name && JSON.stringify(existing.key) === keyText
      if (isSame && (existing === ID_INDEX || !!existing.unique === !!spec.unique)) return
      throw new MongoError(86, `An existing index has the same name or key as the requested index: ${existing.name}`)
    }
    const trial = new Index(spec)
    for (const [id, document] of this.#documents) {
      if (trial.findConflict(document, id)) throw duplicateKey(this.namespace, spec, document)
      trial.add(document, id)
    }
    this.#commit({ createIndex: spec })
  }

  dropIndex(name: string): void {
    if (!this.#indexes.has(name)) throw new MongoError(27, `index not found with name [${name}]`)
    this.#commit({ dropIndex: name })
  }

  #check(document: Document): void {
    if (Array.isArray(document._id) || document._id instanceof RegExp)
      throw new MongoError(2, 'The _id field cannot be an array or a regular expression')
    const size = sizeOf(document)
    if (size > MAX_DOCUMENT_SIZE) throw new MongoError(10334, `The document is too large: ${size} bytes`)
    for (const index of this.#indexes.values())
      if (index.findConflict(document, keyOf(document._id))) throw duplicateKey(this.namespace, index.spec, document)
  }

  #commit(change: Change): void {
    this.#journal?.append(change) // before storing, because it throws for values that cannot be serialized
    this.#apply(change)
  }

  #apply(change: Change): void {
    if ('put' in change) this.#put(change.put._id, change.put)
    else if ('remove' in change) this.#put(change.remove, undefined)
    else if ('dropIndex' in change) this.#indexes.delete(change.dropIndex)
    else {
      const index = new Index(change.createIndex)
      for (const [id, document] of this.#documents) index.add(document, id)
      this.#indexes.set(index.spec.name, index)
    }
  }

  #put(_id: unknown, document: Document | undefined): void {
    const id = keyOf(_id)
    const previous = this.#documents.get(id)
    for (const index of this.#indexes.values()) {
      if (previous) index.remove(previous, id)
      if (document) index.add(document, id)
    }
    if (document) this.#documents.set(id, document)
    else this.#documents.delete(id)
  }

  /**
   * Passes pending writes to the operating system, so that they survive if this process ends. Returns whether there
   * were any.
   */
  flush(): boolean {
    return this.#journal?.flush() ?? false
  }

  /** Waits until all writes are on disk. Compacts the journal if most of it is outdated. */
  sync(): void {
    this.#journal?.flush()
    this.#journal?.sync()
    const liveRecords = this.#documents.size + this.#indexes.size
    if (this.#journal?.isMostlyHistory(liveRecords)) this.#journal.compact(this.#state())
  }

  *#state(): Iterable<Change> {
    for (const { spec } of this.#indexes.values()) yield { createIndex: spec }
    for (const document of this.#documents.values()) yield { put: document }
  }

  close(): void {
    this.#journal?.close()
  }

  drop(): void {
    this.#journal?.delete()
  }
}

/**
 * Drops `_id: { $in: [...] }` from a filter: candidates are already looked up by these ids, and testing each candidate
 * against the whole list would take quadratic time.
 */
function withoutIdList(filter: Document): Document {
  const { _id, ...rest } = filter
  const isIdList =
    isDocument(_id) && Object.keys(_id).join() === '$in' && lookupKeys([['_id', _id]], '_id') !== undefined
  return isIdList ? rest : filter
}

function duplicateKey(namespace: string, { name, key }: IndexSpec, document: Document): MongoError {
  const keyValue = Object.fromEntries(Object.keys(key).map((field) => [field, document[field] ?? null]))
  const values = Object.entries(keyValue).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  const message = `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: { ${values.join(', ')} }`
  return new MongoError(11000, message, { keyPattern: key, keyValue })
}
