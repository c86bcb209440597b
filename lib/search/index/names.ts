import { grown } from './columns'

const BYTES = 3 // per word
const MAX_WORDS = 255

/**
 * Stores the stemmed words of each product name, in order, as 24-bit hashes. A phrase is only looked up in rows that
 * contain all its words, so about one match in two million is false.
 */
export class Names {
  constructor(
    public bytes: Uint8Array = new Uint8Array(0),
    public starts: Uint32Array = new Uint32Array(0),
    public counts: Uint8Array = new Uint8Array(0),
    /** Number of bytes in use, including those of rewritten rows until `pack` reclaims them. */
    public end = 0,
  ) {}

  set(row: number, stems: string[]) {
    this.starts = grown(this.starts, row + 1)
    this.counts = grown(this.counts, row + 1)
    const count = Math.min(stems.length, MAX_WORDS)
    this.bytes = grown(this.bytes, this.end + count * BYTES)
    this.starts[row] = this.end
    this.counts[row] = count
    for (let i = 0; i < count; i++) {
      const hash = hashOfWord(stems[i]!)
      for (let byte = 0; byte < BYTES; byte++) this.bytes[this.end++] = (hash >>> (byte * 8)) & 255
    }
  }

  has(row: number, hashes: Uint32Array): boolean {
    const { bytes } = this
    const start = this.starts[row]!
    const last = this.counts[row]! - hashes.length
    for (let from = 0; from <= last; from++) {
      let same = 0
      for (let at = start + from * BYTES; same < hashes.length; same++, at += BYTES)
        if ((bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)) !== hashes[same]) break
      if (same === hashes.length) return true
    }
    return false
  }

  /** Drops the words of deleted rows. */
  pack(rows: number, alive: Uint8Array) {
    let size = 0
    for (let row = 0; row < rows; row++) if (alive[row]) size += this.counts[row]! * BYTES
    if (size === this.end) return
    const packed = new Uint8Array(size)
    let end = 0
    for (let row = 0; row < rows; row++) {
      if (!alive[row]) this.counts[row] = 0
      const length = this.counts[row]! * BYTES
      packed.set(this.bytes.subarray(this.starts[row]!, this.starts[row]! + length), end)
      this.starts[row] = end
      end += length
    }
    this.bytes = packed
    this.end = end
  }
}

export function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 24)) & 0xffffff
}
