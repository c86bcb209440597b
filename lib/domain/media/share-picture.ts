/** The picture shown with a shared link (`og:image`). */
export interface SharePicture {
  /** A path in the shop. Pages turn it into an absolute address. */
  url: string
  alt: string
  width: number
  height: number
  type: 'image/jpeg'
}

/** The aspect ratio (1.91 to 1) that messengers and social networks crop least. */
const SIZE = { width: 1200, height: 630 }
/** Maximum file size, because WhatsApp ignores larger files. */
export const MAX_SHARE_BYTES = 300_000

const OWN_PICTURE = /^\/pictures\/([a-z0-9]+(?:-[a-z0-9]+)*)\.webp$/

/** The shop's own picture, for pages that have none. */
export const SHOP_SHARE_PICTURE: SharePicture = {
  url: '/look/shop.jpg',
  alt: 'Nexus. Came for a lamp, left with lemons.',
  ...SIZE,
  type: 'image/jpeg',
}

/** Returns the JPEG version of one of the shop's pictures; for an external picture or none, the shop's own picture. */
export function sharePictureOf(image: { src: string; alt: string } | undefined): SharePicture {
  const name = OWN_PICTURE.exec(image?.src ?? '')?.[1]
  if (!image || !name) return SHOP_SHARE_PICTURE
  return { ...SHOP_SHARE_PICTURE, url: `/pictures/og-${name}.jpg`, alt: image.alt }
}
