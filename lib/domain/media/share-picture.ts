/** The picture shown with a shared link (`og:image`). */
export interface SharePicture {
  /** Path within the shop. Pages turn it into an absolute URL. */
  url: string
  alt: string
  width: number
  height: number
  type: 'image/jpeg'
}

/** Size in pixels. Messengers and social networks crop this aspect ratio (1.91 to 1) least. */
const SIZE = { width: 1200, height: 630 }
/** Maximum file size in bytes, because WhatsApp ignores larger files. */
export const MAX_SHARE_BYTES = 300_000

const OWN_PICTURE = /^\/pictures\/([a-z0-9]+(?:-[a-z0-9]+)*)\.webp$/

/** A picture of the shop, for pages that have none of their own. */
export const SHOP_SHARE_PICTURE: SharePicture = {
  url: '/look/shop.jpg',
  alt: 'Nexus. Came for a lamp, left with lemons.',
  ...SIZE,
  type: 'image/jpeg',
}

/**
 * Returns the JPEG version of a picture that the shop hosts; for any other picture, or none, returns the picture of the
 * shop.
 */
export function sharePictureOf(image: { src: string; alt: string } | undefined): SharePicture {
  const name = OWN_PICTURE.exec(image?.src ?? '')?.[1]
  if (!image || !name) return SHOP_SHARE_PICTURE
  return { ...SHOP_SHARE_PICTURE, url: `/pictures/og-${name}.jpg`, alt: image.alt }
}
