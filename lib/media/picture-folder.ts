import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'
import { FLOOR, PICTURE_SIZE, SETS, type SetName } from './scene'

/** Name of a picture file, without folder and extension. Rejects names that lead out of the folder. */
export const pictureNameSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** Returns the folder of the pictures. They are data, so it is next to the databases; app/pictures serves them. */
export const pictureFolder = (): string => path.join(env().NEXUS_DATA, 'pictures')

/** Returns the path of a picture's file, which may not exist. */
export const pictureFile = (folder: string, name: string) => path.join(folder, `${name}.webp`)

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Returns the WebP picture of this name; null if it does not exist or has not been drawn yet. */
export const readPicture = (name: string, folder = pictureFolder()): Promise<Buffer<ArrayBuffer> | null> =>
  readPictureFile(pictureFile(folder, name))

/** Returns the content of a picture file; null if it does not exist. */
export async function readPictureFile(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const isSet = (name: string): name is SetName => Object.hasOwn(SETS, name)

/** Returns an SVG of only wall and floor for a picture that has not been drawn yet; an empty SVG for cut-outs. */
export function placeholder(name: string): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_SIZE}" height="${PICTURE_SIZE}" viewBox="0 0 100 100">`
  if (name.startsWith('cut-')) return `${open}</svg>`
  const last = name.split('-').at(-1) ?? ''
  const [wall, floor] = SETS[isSet(last) ? last : 'stone']
  const y = FLOOR * 100
  return `${open}<path fill="${wall}" d="M0 0h100v100H0z"/><path fill="${floor}" d="M0 ${y}h100v${100 - y}H0z"/></svg>`
}
