// The journal of a collection: a file to which every change is appended.
//
// A record consists of its length, its CRC-32 (both 4 bytes, little endian) and a BSON document with a single key, see
// Change. The whole file is read into memory at the start, so it must stay below 2 GiB.
import * as fs from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { deserialize, serialize } from 'bson'
import { z } from 'zod'
import { documentSchema, type IndexSpec, indexSpecSchema } from '../commands/schemas'
import type { Document } from './document'

export type Change = { put: Document } | { remove: unknown } | { createIndex: IndexSpec } | { dropIndex: string }

const changeSchema: z.ZodType<Change> = z.union([
  z.strictObject({ put: documentSchema }),
  z.strictObject({ remove: z.unknown() }),
  z.strictObject({ createIndex: indexSpecSchema }),
  z.strictObject({ dropIndex: z.string() }),
])

const HEADER_SIZE = 8
const MIN_BODY_SIZE = 5 // the size of an empty BSON document
const MIN_RECORDS_TO_COMPACT = 1000
const COMPACTION_BATCH = 1000

export class Journal {
  readonly #path: string
  #file: number
  #records = 0
  #pending: Buffer[] = []
  #needsSync = false

  private constructor(path: string) {
    this.#path = path
    this.#file = fs.openSync(path, 'a')
    syncDirectory(path)
  }

  /**
   * Opens the journal at `path`, creating it if it is missing, and replays its changes. A truncated or damaged last
   * record is dropped, because its write was never acknowledged. Throws if an earlier record is damaged.
   */
  static open(path: string, replay: (change: Change) => void): Journal {
    const journal = new Journal(path)
    const bytes = fs.readFileSync(path)
    let size = 0
    for (let body = bodyAt(bytes, 0); body; body = bodyAt(bytes, size)) {
      replay(changeSchema.parse(deserialize(body)))
      size += HEADER_SIZE + body.length
      journal.#records++
    }
    if (size < bytes.length) {
      if (holdsRecord(bytes.subarray(size + 1)))
        throw new Error(
          `${path} is damaged at byte ${size}, and intact records follow. Nothing was changed: restore the file from a backup, or delete it to start its collection anew.`,
        )
      console.warn(`${path}: dropped the last ${bytes.length - size} bytes, a write that was cut short`)
      fs.ftruncateSync(journal.#file, size)
    }
    return journal
  }

  append(change: Change): void {
    this.#pending.push(encode(change))
  }

  /** Writes appended changes to the file, so that they survive if this process ends. Returns whether there were any. */
  flush(): boolean {
    if (this.#pending.length === 0) return false
    const bytes = Buffer.concat(this.#pending)
    for (let written = 0; written < bytes.length; ) written += fs.writeSync(this.#file, bytes, written)
    this.#records += this.#pending.length
    this.#pending = []
    this.#needsSync = true
    return true
  }

  /** Waits until flushed changes are on disk, so that they survive a power cut. */
  sync(): void {
    if (!this.#needsSync) return
    fs.fdatasyncSync(this.#file)
    this.#needsSync = false
  }

  isMostlyHistory(liveRecords: number): boolean {
    return this.#records > MIN_RECORDS_TO_COMPACT && this.#records > 2 * liveRecords
  }

  /** Atomically replaces the file with one that contains only these changes. */
  compact(changes: Iterable<Change>): void {
    const path = `${this.#path}.new`
    fs.rmSync(path, { force: true })
    const compacted = new Journal(path)
    for (const change of changes) {
      compacted.append(change)
      if (compacted.#pending.length === COMPACTION_BATCH) compacted.flush()
    }
    compacted.flush()
    compacted.sync()
    fs.closeSync(this.#file)
    fs.renameSync(path, this.#path)
    syncDirectory(path)
    this.#file = compacted.#file
    this.#records = compacted.#records
    this.#pending = []
    this.#needsSync = false
  }

  close(): void {
    this.flush()
    this.sync()
    fs.closeSync(this.#file)
  }

  delete(): void {
    fs.closeSync(this.#file)
    fs.rmSync(this.#path)
  }
}

function encode(change: Change): Buffer {
  const body = serialize(change)
  const record = Buffer.allocUnsafe(HEADER_SIZE + body.length)
  record.writeUInt32LE(body.length, 0)
  record.writeUInt32LE(crc32(body), 4)
  record.set(body, HEADER_SIZE)
  return record
}

/** Returns the body of the record at a byte offset. Undefined if there is no complete, intact record. */
function bodyAt(bytes: Buffer, at: number): Buffer | undefined {
  const start = at + HEADER_SIZE
  if (start + MIN_BODY_SIZE > bytes.length) return undefined
  const size = bytes.readUInt32LE(at)
  // A BSON document also starts with its size; comparing sizes is cheaper than computing the checksum.
  if (size < MIN_BODY_SIZE || size !== bytes.readUInt32LE(start) || start + size > bytes.length) return undefined
  const body = bytes.subarray(start, start + size)
  return crc32(body) === bytes.readUInt32LE(at + 4) ? body : undefined
}

/**
 * Returns whether the bytes contain an intact record. If so, the damaged record before it had once been written
 * completely.
 */
function holdsRecord(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (bodyAt(bytes, at)) return true
  return false
}

/** Syncs a directory, so that a new or renamed file in it survives a power cut. Does nothing on Windows. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return
  const directory = fs.openSync(dirname(path), 'r')
  fs.fsyncSync(directory)
  fs.closeSync(directory)
}
