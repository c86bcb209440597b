import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { drawPicture, type Recipe } from './picture'
import { pictureFile, pictureFolder } from './picture-folder'
import { writeWhole } from './write-whole'

interface Making {
  manifest: readonly { name: string; recipe: Recipe }[]
  folder?: string
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
}

const CONCURRENCY = 4
const LEFT_OVER = /\.tmp$/

/**
 * Draws missing pictures in the order of the manifest. A file appears only once it is complete, so a killed process
 * leaves no broken pictures. Stops early, without an error, if the signal aborts.
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
  sharp.concurrency(1) // Drawing several pictures in parallel is faster than using several threads for one.
  let next = 0
  const work = async () => {
    for (let item = missing[next++]; item && !signal?.aborted; item = missing[next++]) {
      await writeWhole(pictureFile(folder, item.name), await drawPicture(item.recipe))
      done++
      onProgress?.({ done, total })
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return { drawn: done - (total - missing.length), kept: total - missing.length }
}
