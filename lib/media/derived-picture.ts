import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { readPictureFile } from './picture-folder'
import { writeWhole } from './write-whole'

const underWay = new Map<string, Promise<Buffer<ArrayBuffer> | null>>()

/**
 * Returns a file that is made from a picture and stored beside it, so that it is made only once, even if it is requested
 * repeatedly meanwhile. Null if `make` returns null, because there is no such picture.
 */
export function derivedPicture(
  file: string,
  make: () => Promise<Buffer<ArrayBuffer> | null>,
): Promise<Buffer<ArrayBuffer> | null> {
  const reading = underWay.get(file) ?? readOrMake(file, make).finally(() => underWay.delete(file))
  underWay.set(file, reading)
  return reading
}

async function readOrMake(file: string, make: () => Promise<Buffer<ArrayBuffer> | null>) {
  const kept = await readPictureFile(file)
  if (kept) return kept
  const made = await make()
  if (!made) return null
  await mkdir(path.dirname(file), { recursive: true })
  await writeWhole(file, made)
  return made
}
