import { NO_SYNONYMS, type Synonyms } from '../analysis/synonyms'
import type { Product } from '../indexed-product'
import type { Change, Cursor, Source, SourceTime } from '../sync/source'

/** A source in memory that tests can change or make fail. Its clock counts the changes. */
export class MemorySource implements Source {
  down = false
  reads = 0
  #clock = 0
  #synonyms = NO_SYNONYMS
  readonly #products = new Map<string, { product: Product | null; changed: number }>()

  constructor(products: Product[] = []) {
    for (const product of products) this.put(product)
  }

  put(product: Product) {
    this.#products.set(product.id, { product, changed: ++this.#clock })
  }

  /** Changes a product without reporting it, as when a sale starts. */
  putQuietly(product: Product) {
    this.#products.set(product.id, { product, changed: 0 })
  }

  delete(id: string) {
    this.#products.set(id, { product: null, changed: ++this.#clock })
  }

  /** Deletes a product without a tombstone. */
  deleteQuietly(id: string) {
    this.#products.delete(id)
  }

  async now(): Promise<SourceTime> {
    this.reads++
    if (this.down) throw new Error('down')
    const clock = { memory: this.#clock }
    return { clock, from: clock }
  }

  async identity(): Promise<string> {
    return 'memory'
  }

  async count(): Promise<number> {
    return this.#products.size
  }

  /** Replaces the synonyms. */
  call(synonyms: Synonyms) {
    this.#synonyms = synonyms
  }

  async synonyms(): Promise<Synonyms> {
    return this.#synonyms
  }

  async synonymsStamp(): Promise<string> {
    return JSON.stringify(this.#synonyms)
  }

  async *load(): AsyncIterable<Product> {
    if (this.down) throw new Error('down')
    for (const { product } of this.#products.values()) if (product) yield product
  }

  async *changesSince({ memory = 0 }: Cursor): AsyncIterable<Change> {
    if (this.down) throw new Error('down')
    for (const [id, { changed }] of this.#products) if (changed >= memory) yield this.#change(id)
  }

  async *read(ids: string[]): AsyncIterable<Change> {
    for (const id of ids) yield this.#change(id)
  }

  async findDeleted(ids: string[]): Promise<string[]> {
    return ids.filter((id) => !this.#products.has(id))
  }

  #change(id: string): Change {
    const product = this.#products.get(id)?.product
    return product ? { upsert: product } : { remove: id }
  }
}
