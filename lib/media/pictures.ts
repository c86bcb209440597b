import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { env } from '@/lib/env'
import { drawPicture, PICTURE_SIZE, type Recipe } from './picture'
import { FLOOR, SETS, type SetName } from './scene'

/** A picture's name, without folder or ending. Cannot leave the folder. */
export const pictureNameSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** Pictures are data, not a part of the program: they lie beside the databases, and are served by app/pictures. */
export const pictureFolder = (): string => path.join(env().NEXUS_DATA, 'pictures')

const fileOf = (folder: string, name: string) => path.join(folder, `${name}.webp`)

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The WebP of that name; null while there is none. */
export async function readPicture(name: string, folder = pictureFolder()): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(fileOf(folder, name))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const isSet = (name: string): name is SetName => name in SETS

/** What stands in for a picture that is not made yet: its wall and floor, as an SVG. Cut-outs are empty. */
export function placeholder(name: string): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_SIZE}" height="${PICTURE_SIZE}" viewBox="0 0 100 100">`
  if (name.startsWith('cut-')) return `${open}</svg>`
  const last = name.split('-').at(-1) ?? ''
  const [wall, floor] = SETS[isSet(last) ? last : 'stone']
  const y = FLOOR * 100
  return `${open}<path fill="${wall}" d="M0 0h100v100H0z"/><path fill="${floor}" d="M0 ${y}h100v${100 - y}H0z"/></svg>`
}

interface Making {
  manifest: readonly { name: string; recipe: Recipe }[]
  folder?: string
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
}

const CONCURRENCY = 4
const LEFT_OVER = /\.tmp$/

/**
 * Draws the pictures that are missing, in the order of the manifest. A file appears when it is complete, so that a
 * process killed half-way leaves nothing broken. Stops early, without an error, when the signal aborts.
 */
export async function drawPictures(making: Making): Promise<{ drawn: number; kept: number }> {
  const { manifest, folder = pictureFolder(), onProgress, signal } = making
  await mkdir(folder, { recursive: true })
  const present = await readdir(folder)
  await Promise.all(present.filter((file) => LEFT_OVER.test(file)).map((file) => rm(path.join(folder, file))))
  const kept = new Set(present)
  const missing = manifest.filter(({ name }) => !kept.has(`${name}.webp`))
  const total = manifest.length
  let done = total - missing.length
  onProgress?.({ done, total })
  sharp.concurrency(1) // pictures side by side are faster than threads within one
  let next = 0
  const work = async () => {
    for (let item = missing[next++]; item && !signal?.aborted; item = missing[next++]) {
      await writeWhole(fileOf(folder, item.name), await drawPicture(item.recipe))
      done++
      onProgress?.({ done, total })
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return { drawn: done - (total - missing.length), kept: total - missing.length }
}

async function writeWhole(file: string, data: Buffer): Promise<void> {
  const part = `${file}.${randomUUID()}.tmp`
  await writeFile(part, data)
  await rename(part, file)
}
