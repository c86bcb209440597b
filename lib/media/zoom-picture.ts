import path from 'node:path'
import sharp from 'sharp'
import { derivedPicture } from './derived-picture'
import { pictureFolder, readPicture } from './picture-folder'
import { PICTURE_SIZE } from './scene'

/**
 * Returns a WebP of twice the size of the shop's pictures (1,280 pixels), for looking closer; null if there is no
 * picture of this name. Demo pictures are enlarged, because the drawings they are made of are only 256 pixels wide.
 */
export const readZoomPicture = (name: string, folder = pictureFolder()): Promise<Buffer<ArrayBuffer> | null> =>
  derivedPicture(path.join(folder, `zoom-${name}.webp`), async () => {
    const picture = await readPicture(name, folder)
    return picture && enlarged(picture)
  })

const enlarged = async (picture: Buffer): Promise<Buffer<ArrayBuffer>> =>
  Buffer.from(
    await sharp(picture)
      .resize(2 * PICTURE_SIZE, 2 * PICTURE_SIZE, { fit: 'inside', kernel: 'lanczos3' })
      .webp({ quality: 82, effort: 2 })
      .toBuffer(),
  )
