import { Long } from 'bson'
import { MongoError } from '../errors'
import { MAX_DOCUMENT_SIZE } from '../wire'
import { type Document, sizeOf } from './document'

const FIRST_BATCH_SIZE = 101
const CURSOR_LIFETIME_MS = 10 * 60_000
const MAX_KEY_SIZE = 10 // The key of an array item is its index.

interface Cursor {
  id: number
  namespace: string
  documents: Document[]
  position: number
  lastUsed: number
}

/**
 * Cursors, that is, query results that clients read in batches. A cursor is removed once it has been read to the end,
 * closed, or unused for ten minutes.
 */
export class Cursors {
  readonly #cursors = new Map<number, Cursor>()
  #lastId = 0

  /** Opens a cursor and returns the first reply. With `single`, the cursor is closed after one batch. */
  open(namespace: string, documents: Document[], batchSize = FIRST_BATCH_SIZE, single = false): Document {
    const cursor = { id: ++this.#lastId, namespace, documents, position: 0, lastUsed: 0 }
    const firstBatch = this.#nextBatch(cursor, batchSize)
    if (single) this.#cursors.delete(cursor.id)
    return { cursor: { id: this.#idOf(cursor), ns: namespace, firstBatch } }
  }

  /** Returns the next batch: `batchSize` documents, or by default as many as fit into a reply. */
  more(id: number, batchSize: number | undefined): Document {
    const cursor = this.#cursors.get(id)
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`)
    const nextBatch = this.#nextBatch(cursor, batchSize || Number.POSITIVE_INFINITY)
    return { cursor: { id: this.#idOf(cursor), ns: cursor.namespace, nextBatch } }
  }

  /** Closes a cursor. Returns whether there was one with this id. */
  close(id: number): boolean {
    return this.#cursors.delete(id)
  }

  closeUnused(now = Date.now()): void {
    for (const [id, { lastUsed }] of this.#cursors) if (now - lastUsed > CURSOR_LIFETIME_MS) this.#cursors.delete(id)
  }

  #nextBatch(cursor: Cursor, batchSize: number): Document[] {
    const start = cursor.position
    for (let size = 0; cursor.position < cursor.documents.length; cursor.position++) {
      if (cursor.position - start >= batchSize) break
      const documentSize = sizeOf(cursor.documents[cursor.position]!)
      if (documentSize > MAX_DOCUMENT_SIZE) throw new MongoError(10334, `A result is too large: ${documentSize} bytes`)
      size += documentSize + MAX_KEY_SIZE
      if (size > MAX_DOCUMENT_SIZE && cursor.position > start) break
    }
    cursor.lastUsed = Date.now()
    if (cursor.position < cursor.documents.length) this.#cursors.set(cursor.id, cursor)
    else this.#cursors.delete(cursor.id)
    return cursor.documents.slice(start, cursor.position)
  }

  /** Returns the cursor's id, or zero if everything has been read. */
  #idOf(cursor: Cursor): Long {
    return Long.fromNumber(this.#cursors.has(cursor.id) ? cursor.id : 0)
  }
}
