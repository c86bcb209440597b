import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putOklch } from './oklch'
import { drawPicture, type Recipe } from './picture'
import { pictureNameSchema, placeholder, readPicture } from './picture-folder'
import { drawPictures } from './pictures'
import { PICTURE_SIZE } from './scene'

const LAPTOP = '1f4bb'
const TEE = '1f455'
const RED = [0.58, 0.21, 25] as const

/** Returns the hue just below the centre of the picture, where the object is. */
async function hueOf(recipe: Recipe): Promise<number> {
  const { data } = await sharp(await drawPicture(recipe))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const middle = PICTURE_SIZE * 0.7 * PICTURE_SIZE + PICTURE_SIZE / 2
  const colour = new Float32Array(3)
  putOklch(colour, 0, data[middle * 3]!, data[middle * 3 + 1]!, data[middle * 3 + 2]!)
  return colour[2]!
}

describe('a picture', () => {
  it('is a WebP of 640 × 640', async () => {
    const { format, width, height, hasAlpha } = await sharp(await drawPicture({ code: LAPTOP, set: 'sky' })).metadata()
    expect({ format, width, height, hasAlpha }).toEqual({ format: 'webp', width: 640, height: 640, hasAlpha: false })
  })

  it('is a cut-out without a set', async () => {
    const { width, hasAlpha } = await sharp(await drawPicture({ code: TEE, scale: 0.5 })).metadata()
    expect({ width, hasAlpha }).toEqual({ width: 320, hasAlpha: true })
  })

  it('recolours the object but not the background', async () => {
    const own = await hueOf({ code: TEE, set: 'rose' })
    const red = await hueOf({ code: TEE, set: 'rose', way: { part: 'colour', to: RED } })
    expect(Math.abs(own - 150)).toBeLessThan(30)
    expect(Math.abs(red - 25)).toBeLessThan(20)
  })

  it('is reproducible', async () => {
    const recipe = { code: TEE, set: 'mint', pose: 'pattern' } as const
    expect((await drawPicture(recipe)).equals(await drawPicture(recipe))).toBe(true)
  })
})

describe('the picture folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nexus-pictures-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const manifest = [
    { name: 'tee-front-rose', recipe: { code: TEE, set: 'rose' } },
    { name: 'cut-tee', recipe: { code: TEE } },
  ] as const

  it('gets only missing pictures, and reports progress', async () => {
    const steps: number[] = []
    const onProgress = ({ done }: { done: number }) => steps.push(done)
    expect(await drawPictures({ manifest, folder, onProgress })).toEqual({ drawn: 2, kept: 0 })
    expect(await drawPictures({ manifest, folder })).toEqual({ drawn: 0, kept: 2 })
    expect(steps).toEqual([0, 1, 2])
    expect((await readPicture('cut-tee', folder))!.length).toBeGreaterThan(1000)
  })

  it('is cleaned of files that a killed process left', async () => {
    await writeFile(path.join(folder, 'tee-front-rose.webp.1234.tmp'), 'half')
    await drawPictures({ manifest, folder })
    expect((await readdir(folder)).sort()).toEqual(['cut-tee.webp', 'tee-front-rose.webp'])
  })

  it('keeps finished pictures when drawing is aborted', async () => {
    expect(await drawPictures({ manifest, folder, signal: AbortSignal.abort() })).toEqual({ drawn: 0, kept: 0 })
  })

  it('has no picture of an unknown name', async () => {
    expect(await readPicture('never-heard-of', folder)).toBeNull()
  })

  it('cannot be escaped by a name', () => {
    for (const name of ['..', '../secret', 'a/b', 'a.webp', '', 'A', '%2e%2e', 'a'.repeat(200)])
      expect(pictureNameSchema.safeParse(name).success, name).toBe(false)
  })
})

describe('a placeholder', () => {
  it('has the background of the final picture', () => {
    expect(placeholder('tee-front-rose')).toContain('#fbd6df')
    expect(placeholder('tee-front-nowhere')).toContain('#e6e3dc')
  })

  it('is empty for a cut-out', () => {
    expect(placeholder('cut-tee')).not.toContain('path')
  })
})
