import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'

/** Writes a file that appears when it is complete. What a killed process leaves ends in `.tmp`. */
export async function writeWhole(file: string, data: Buffer): Promise<void> {
  const part = `${file}.${randomUUID()}.tmp`
  await writeFile(part, data)
  await rename(part, file)
}
