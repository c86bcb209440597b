import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { MongoError } from '../errors'
import { Collection } from './collection'

const JOURNAL = '.journal'

/**
 * All databases, in memory only or also in a directory that has a folder for each database and a journal for each
 * collection.
 */
export class Databases {
  /** Called after a write that a power cut could undo, so that a call of `sync` can be scheduled. */
  onWritten: () => void = () => {}
  readonly #databases = new Map<string, Map<string, Collection>>()

  /** Loads the databases. Throws if a journal in the directory is damaged. */
  constructor(readonly directory?: string) {
    if (!directory) return
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue
      for (const file of readdirSync(join(directory, entry.name)))
        if (file.endsWith(JOURNAL))
          this.create(decodeURIComponent(entry.name), decodeURIComponent(file.slice(0, -JOURNAL.length)))
    }
  }

  names(): string[] {
    return [...this.#databases].filter(([, collections]) => collections.size > 0).map(([name]) => name)
  }

  collections(database: string): string[] {
    return [...(this.#databases.get(database)?.keys() ?? [])]
  }

  get(database: string, collection: string): Collection | undefined {
    return this.#databases.get(database)?.get(collection)
  }

  /** Returns the collection, creating it if it does not exist. */
  ensure(database: string, name: string): Collection {
    return this.get(database, name) ?? this.create(database, name)
  }

  /** Returns the collection. Throws if it does not exist. */
  existing(database: string, name: string): Collection {
    const collection = this.get(database, name)
    if (!collection) throw new MongoError(26, `ns does not exist: ${database}.${name}`)
    return collection
  }

  create(database: string, name: string): Collection {
    if (!/^[^\s/\\."$*<>:|?]+$/.test(database)) throw new MongoError(73, `Invalid database name: '${database}'`)
    if (!/^[^$\0]+$/.test(name)) throw new MongoError(73, `Invalid collection name: '${name}'`)
    const folder = this.directory && join(this.directory, encodeURIComponent(database))
    if (folder) mkdirSync(folder, { recursive: true })
    const collection = new Collection(`${database}.${name}`, folder && join(folder, encodeURIComponent(name) + JOURNAL))
    const collections = this.#databases.get(database) ?? new Map<string, Collection>()
    this.#databases.set(database, collections.set(name, collection))
    return collection
  }

  drop(database: string, name: string): void {
    this.existing(database, name).drop()
    this.#databases.get(database)?.delete(name)
  }

  /** Passes pending writes to the operating system, so that they survive if this process ends. */
  flush(): void {
    const written = this.#all().filter((collection) => collection.flush())
    if (written.length > 0) this.onWritten()
  }

  /** Waits until all writes are on disk, so that they survive a power cut. */
  sync(): void {
    for (const collection of this.#all()) collection.sync()
  }

  close(): void {
    for (const collection of this.#all()) collection.close()
  }

  /** Returns the number of documents that `find` has examined since the start, across all collections. */
  scanned(): number {
    return this.#all().reduce((sum, collection) => sum + collection.scanned, 0)
  }

  #all(): Collection[] {
    return [...this.#databases.values()].flatMap((collections) => [...collections.values()])
  }
}
