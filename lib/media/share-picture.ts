import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { MAX_SHARE_BYTES, SHOP_SHARE_PICTURE } from '@/lib/domain/media/share-picture'
import { derivedPicture } from './derived-picture'
import { pictureFolder, readPicture } from './picture-folder'

const { width: WIDTH, height: HEIGHT } = SHOP_SHARE_PICTURE
const SIDE = (WIDTH - HEIGHT) / 2
const QUALITIES = [84, 70, 50, 30]
const PAPER = '#f9eee9' // background for cut-outs

/**
 * Returns a JPEG of 1200 × 630 pixels and less than 300 kB, made from the picture of this name; null if there is no
 * such picture.
 */
export const readSharePicture = (name: string, folder = pictureFolder()): Promise<Buffer<ArrayBuffer> | null> =>
  derivedPicture(path.join(folder, `og-${name}.jpg`), async () => {
    const picture = await readPicture(name, folder)
    return picture && drawSharePicture(picture)
  })

/** Returns the default share picture, a JPEG in the repository. */
export const readShopSharePicture = (): Promise<Buffer<ArrayBuffer>> =>
  readFile(path.join(process.cwd(), 'public', SHOP_SHARE_PICTURE.url))

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
