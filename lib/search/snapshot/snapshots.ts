import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { alone } from '@/lib/db/advisory-lock'
import type { IndexOptions } from '../index/table'
import type { SearchIndex } from '../search-index'
import type { Cursor, Source } from '../sync/source'
import { restore, save } from './snapshot'

/** Shorter than tombstones are kept (`TOMBSTONE_DAYS`): what was deleted longer ago than they reach would come back. */
const MAX_AGE_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000
/** One that is as new need not be written again by another instance. */
export const FRESH_MS = 10 * 60 * 1000

const noteSchema = z.object({ catalogue: z.string(), cursor: z.record(z.string(), z.number()) })

interface SnapshotOptions {
  /** May be shared with other instances. */
  folder: string
  source: Source
  indexing: IndexOptions
}

/** Snapshots of one catalogue's index in a folder: what a new instance starts from. */
export class Snapshots {
  constructor(readonly place: SnapshotOptions) {}

  /** The index as it was saved, and the cursor to go on from; undefined where there is none that is sound, of this catalogue and young. */
  async restore(): Promise<{ index: SearchIndex; cursor: Cursor } | undefined> {
    const found = await this.#usable()
    if (!found && (await this.age()) !== Number.POSITIVE_INFINITY)
      console.warn(
        '[search] The snapshot is damaged, too old or of another version: the index is built from both stores.',
      )
    return found
  }

  async #usable(): Promise<{ index: SearchIndex; cursor: Cursor } | undefined> {
    const { source, indexing } = this.place
    const catalogue = await source.identity()
    const saved = await restore(this.#file(catalogue), indexing)
    if (!saved) return undefined
    const note = noteSchema.safeParse(JSON.parse(saved.cursor || 'null'))
    if (!note.success || note.data.catalogue !== catalogue) return undefined
    const { cursor } = note.data
    return isUsable(cursor, (await source.now()).clock) ? { index: saved.index, cursor } : undefined
  }

  /**
   * Saves the index, which must not change meanwhile; returns whether it did: not where another instance is writing one
   * into the same folder, or has just done so.
   */
  async save(index: SearchIndex, cursor: Cursor): Promise<boolean> {
    const { folder, source } = this.place
    const catalogue = await source.identity()
    await mkdir(folder, { recursive: true })
    const saved = await alone(`nexus: search snapshot in ${await idOf(folder)}`, async () => {
      if ((await this.age()) < FRESH_MS) return false
      await save(index, this.#file(catalogue), JSON.stringify({ catalogue, cursor }))
      await removeOld(folder)
      return true
    })
    return saved ?? false
  }

  /** Milliseconds since it was written, by whichever instance; Infinity where there is none. */
  async age(): Promise<number> {
    const file = this.#file(await this.place.source.identity())
    const found = await stat(file).catch(() => undefined)
    return found ? Date.now() - found.mtimeMs : Number.POSITIVE_INFINITY
  }

  /** Each catalogue and way of indexing has its own, so that those who share a folder by mistake do each other no harm. */
  #file(catalogue: string): string {
    const { folder, indexing } = this.place
    const name = createHash('sha256')
      .update(JSON.stringify([catalogue, indexing.language, indexing.descriptions]))
      .digest('hex')
      .slice(0, 16)
    return join(folder, `${name}.index`)
  }
}

/** Not older than tombstones allow, and not of a future that a restored backup took away. */
function isUsable(cursor: Cursor, now: Cursor): boolean {
  return Object.entries(now).every(([store, at]) => {
    const saved = cursor[store]
    return saved !== undefined && saved <= at && at - saved < MAX_AGE_DAYS * DAY_MS
  })
}

/** What all who share the folder call it, wherever it is mounted. */
async function idOf(folder: string): Promise<string> {
  const file = join(folder, 'folder-id')
  await writeFile(file, randomUUID(), { flag: 'wx' }).catch(() => {}) // somebody was first
  return readFile(file, 'utf8')
}

/** Removes what is of no use any more: snapshots that are too old, of other catalogues or versions, and halves of crashed writers. */
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.index(\.new)?$/.test(name)) continue
    const file = join(folder, name)
    const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now())
    if (age > (name.endsWith('.new') ? DAY_MS : MAX_AGE_DAYS * DAY_MS)) await unlink(file).catch(() => {})
  }
}
