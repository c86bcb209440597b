import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { MAX_SHARE_BYTES, SHOP_SHARE_PICTURE } from '@/lib/domain/media/share-picture'
import { pictureFolder, readPicture, readPictureFile } from './picture-folder'
import { writeWhole } from './write-whole'

const { width: WIDTH, height: HEIGHT } = SHOP_SHARE_PICTURE
const SIDE = (WIDTH - HEIGHT) / 2
const QUALITIES = [84, 70, 50, 30]
const PAPER = '#f9eee9' // background for cut-outs

const underWay = new Map<string, Promise<Buffer<ArrayBuffer> | null>>()

/**
 * Returns a JPEG of 1200 × 630 pixels and less than 300 kB, made from the picture of this name; null if there is no
 * such picture. The JPEG is stored beside the picture and made only once.
 */
export function readSharePicture(name: string, folder = pictureFolder()): Promise<Buffer<ArrayBuffer> | null> {
  const file = path.join(folder, `og-${name}.jpg`)
  const reading = underWay.get(file) ?? readOrDraw(file, name, folder).finally(() => underWay.delete(file))
  underWay.set(file, reading)
  return reading
}

/** Returns the default share picture, a JPEG in the repository. */
export const readShopSharePicture = (): Promise<Buffer<ArrayBuffer>> =>
  readFile(path.join(process.cwd(), 'public', SHOP_SHARE_PICTURE.url))

async function readOrDraw(file: string, name: string, folder: string): Promise<Buffer<ArrayBuffer> | null> {
  const kept = await readPictureFile(file)
  if (kept) return kept
  const picture = await readPicture(name, folder)
  if (!picture) return null
  const drawn = await drawSharePicture(picture)
  await mkdir(folder, { recursive: true })
  await writeWhole(file, drawn)
  return drawn
}

/**
 * Draws the picture in the centre and extends it to both sides with blurred copies of its edges, so that wall and floor
 * continue.
 */
async function drawSharePicture(picture: Buffer): Promise<Buffer<ArrayBuffer>> {
  const middle = await sharp(picture).flatten({ background: PAPER }).resize(HEIGHT, HEIGHT, { fit: 'cover' }).toBuffer()
  const ground = await sharp(middle).extend({ left: SIDE, right: SIDE, extendWith: 'copy' }).toBuffer()
  const whole = await sharp(await sharp(ground).blur(6).toBuffer())
    .composite([{ input: middle, left: SIDE, top: 0 }])
    .removeAlpha()
    .raw()
    .toBuffer()
  for (const quality of QUALITIES) {
    const jpeg = await sharp(whole, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (jpeg.length < MAX_SHARE_BYTES) return Buffer.from(jpeg)
  }
  throw new Error('The picture does not fit into 300 kB')
}
