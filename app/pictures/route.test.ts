import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sharePictureOf } from '@/lib/domain/media/share-picture'
import { zoomPictureOf } from '@/lib/domain/media/zoom-picture'
import { readSharePicture } from '@/lib/media/share-picture'
import { readZoomPicture } from '@/lib/media/zoom-picture'
import { GET } from './[name]/route'

const get = (name: string) => GET(new Request('http://localhost/pictures/x'), { params: Promise.resolve({ name }) })

describe('the route of a picture', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nexus-data-'))
    vi.stubEnv('NEXUS_DATA', folder)
    vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none')
    vi.stubEnv('MONGODB_URI', 'mongodb://localhost/none')
    vi.stubEnv('NEXUS_SECRET', 'a secret that is long enough for a test')
    await mkdir(path.join(folder, 'pictures'))
    await writeFile(path.join(folder, 'pictures', 'lemon-trio-sky.webp'), 'the picture')
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })

  it('serves the picture as immutable', async () => {
    const answer = await get('lemon-trio-sky.webp')
    expect(await answer.text()).toBe('the picture')
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })

  it('serves its background until it is drawn, without caching', async () => {
    const answer = await get('lemon-front-mint.webp')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('#cfeedb')
  })

  it('reads no background from an object’s prototype', async () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()))
      for (const file of [`${name}.webp`, `lemon-${name}.webp`]) {
        const answer = await get(file)
        expect([200, 404], file).toContain(answer.status)
        expect(await answer.text(), file).not.toMatch(/undefined|function/)
      }
  })

  it('answers 404 for malformed names', async () => {
    for (const name of ['..', '..%2fsecret.webp', '../secret.webp', 'lemon.png', '.webp', `${'a'.repeat(500)}.webp`])
      expect((await get(name)).status, name).toBe(404)
  })

  it('never makes a larger or a share picture from an enlarged one', async () => {
    const enlarged = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#abc' } })
      .webp()
      .toBuffer()
    await writeFile(path.join(folder, 'pictures', 'zoom-pear-front-mint.webp'), enlarged)
    expect((await get('zoom-zoom-pear-front-mint.webp')).headers.get('cache-control')).toBe('no-store')
    expect((await get('og-zoom-pear-front-mint.jpg')).status).toBe(404)
    expect((await readdir(path.join(folder, 'pictures'))).filter((name) => name.includes('pear'))).toHaveLength(1)
  })
})

describe('the picture of a shared link', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nexus-data-'))
    await mkdir(path.join(folder, 'pictures'))
    const noise = sharp({
      create: {
        width: 640,
        height: 640,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 90 },
      },
    })
    await noise.webp({ quality: 100 }).toFile(path.join(folder, 'pictures', 'hedge-front-mint.webp'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const read = (name: string) => readSharePicture(name, path.join(folder, 'pictures'))

  it('is a JPEG of 1200 × 630 under 300 kB, however detailed the picture', async () => {
    const jpeg = (await read('hedge-front-mint'))!
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(jpeg.length).toBeLessThan(300_000)
  })

  it('is drawn once for concurrent requests, and leaves no file for a missing picture', async () => {
    const [one, other] = await Promise.all([read('hedge-front-mint'), read('hedge-front-mint')])
    expect(one!.equals(other!)).toBe(true)
    expect(await read('never-heard-of')).toBeNull()
    expect((await readdir(path.join(folder, 'pictures'))).sort()).toEqual([
      'hedge-front-mint.webp',
      'og-hedge-front-mint.jpg',
    ])
  })

  it('is the shop’s own JPEG until it is drawn, and for products without a picture', async () => {
    const answer = await get('og-never-heard-of.jpg')
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(bytes.length).toBeLessThan(300_000)
    for (const src of [undefined, 'https://elsewhere.example/a.svg', '/pictures/drawing.svg'])
      expect(sharePictureOf(src === undefined ? undefined : { src, alt: '' }).url).toBe('/look/shop.jpg')
    expect(sharePictureOf({ src: '/pictures/lemon-trio-sky.webp', alt: '' }).url).toBe(
      '/pictures/og-lemon-trio-sky.jpg',
    )
  })
})

describe('a picture in twice the size', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nexus-zoom-'))
    const picture = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#abc' } })
      .webp()
      .toBuffer()
    await writeFile(path.join(folder, 'lemon-front-mint.webp'), picture)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is made once, and only from a picture of the shop', async () => {
    const read = (name: string) => readZoomPicture(name, folder)
    const [one, other] = await Promise.all([read('lemon-front-mint'), read('lemon-front-mint')])
    expect(await sharp(one!).metadata()).toMatchObject({ format: 'webp', width: 1_280, height: 1_280 })
    expect(one!.equals(other!)).toBe(true)
    expect(await read('never-heard-of')).toBeNull()
    expect((await readdir(folder)).sort()).toEqual(['lemon-front-mint.webp', 'zoom-lemon-front-mint.webp'])
  })

  it('has an address only if the shop hosts the picture', () => {
    expect(zoomPictureOf('/pictures/lemon-front-mint.webp')).toBe('/pictures/zoom-lemon-front-mint.webp')
    for (const src of ['/pictures/zoom-x.webp', 'https://elsewhere.example/a.webp', '/pictures/drawing.svg'])
      expect(zoomPictureOf(src)).toBe(src)
  })
})
