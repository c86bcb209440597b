import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { alone } from '@/lib/db/advisory-lock'
import type { IndexOptions } from '../index/table'
import type { SearchIndex } from '../search-index'
import type { Cursor, Source } from '../sync/source'
import { restore, save } from './snapshot'

/**
 * Maximum age of a usable snapshot. Must be below `TOMBSTONE_DAYS`, or products whose tombstones have expired would
 * reappear.
 */
const MAX_AGE_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000
/** If a snapshot is younger than this, other instances do not write it again. */
export const FRESH_MS = 10 * 60 * 1000

const noteSchema = z.object({ catalogue: z.string(), cursor: z.record(z.string(), z.number()) })

interface SnapshotOptions {
  /** Folder of the snapshots; several instances may share it. */
  folder: string
  source: Source
  indexing: IndexOptions
}

/** Saves and restores snapshots of a catalogue's index in a folder, so that instances start faster. */
export class Snapshots {
  constructor(readonly place: SnapshotOptions) {}

  /** Returns the saved index and its cursor; undefined if there is no intact, recent snapshot of this catalogue. */
  async restore(): Promise<{ index: SearchIndex; cursor: Cursor } | undefined> {
    const found = await this.#usable()
    if (!found && (await this.age()) !== Number.POSITIVE_INFINITY)
      console.warn(
        '[search] The snapshot is damaged, too old or of another version; building the index from both stores.',
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
   * Saves the index, which must not change meanwhile. Returns false if another instance is saving to the same folder or
   * has just done so.
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

  /** Returns the milliseconds since any instance wrote the snapshot; Infinity if there is none. */
  async age(): Promise<number> {
    const file = this.#file(await this.place.source.identity())
    const found = await stat(file).catch(() => undefined)
    return found ? Date.now() - found.mtimeMs : Number.POSITIVE_INFINITY
  }

  /**
   * Returns the file's path; its name depends on catalogue and indexing options, so shops sharing a folder cannot
   * collide.
   */
  #file(catalogue: string): string {
    const { folder, indexing } = this.place
    const name = createHash('sha256')
      .update(JSON.stringify([catalogue, indexing.language, indexing.descriptions]))
      .digest('hex')
      .slice(0, 16)
    return join(folder, `${name}.index`)
  }
}

/**
 * Returns whether the cursor is recent enough, and not later than the store's clock, as it is after restoring a backup.
 */
function isUsable(cursor: Cursor, now: Cursor): boolean {
  return Object.entries(now).every(([store, at]) => {
    const saved = cursor[store]
    return saved !== undefined && saved <= at && at - saved < MAX_AGE_DAYS * DAY_MS
  })
}

/** Returns the id stored in the folder, which is the same for all instances, wherever they mount the folder. */
async function idOf(folder: string): Promise<string> {
  const file = join(folder, 'folder-id')
  await writeFile(file, randomUUID(), { flag: 'wx' }).catch(() => {}) // keeps the id if another instance has stored one
  return readFile(file, 'utf8')
}

/** Deletes snapshots that are too old, and files left behind by crashed writers. */
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.index(\.new)?$/.test(name)) continue
    const file = join(folder, name)
    const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now())
    if (age > (name.endsWith('.new') ? DAY_MS : MAX_AGE_DAYS * DAY_MS)) await unlink(file).catch(() => {})
  }
}
