import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'

/** Writes a file that appears only once it is complete. A killed process may leave a file that ends in `.tmp`. */
export async function writeWhole(file: string, data: Buffer): Promise<void> {
  const part = `${file}.${randomUUID()}.tmp`
  await writeFile(part, data)
  await rename(part, file)
}
