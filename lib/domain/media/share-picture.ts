/** The picture of a shared link, as used by `og:image`. */
export interface SharePicture {
  /** A path in the shop; pages make it absolute. */
  url: string
  alt: string
  width: number
  height: number
  type: 'image/jpeg'
}

/** The aspect ratio that messengers and networks crop least: 1.91 to 1. */
const SIZE = { width: 1200, height: 630 }
/** WhatsApp ignores larger files. */
export const MAX_SHARE_BYTES = 300_000

const OWN_PICTURE = /^\/pictures\/([a-z0-9]+(?:-[a-z0-9]+)*)\.webp$/

/** The shop's own picture, for pages without one. */
export const SHOP_SHARE_PICTURE: SharePicture = {
  url: '/look/shop.jpg',
  alt: 'Nexus. Came for a lamp, left with lemons.',
  ...SIZE,
  type: 'image/jpeg',
}

/** Returns the JPEG of a picture of the shop; the shop's own for none or for an external one. */
export function sharePictureOf(image: { src: string; alt: string } | undefined): SharePicture {
  const name = OWN_PICTURE.exec(image?.src ?? '')?.[1]
  if (!image || !name) return SHOP_SHARE_PICTURE
  return { ...SHOP_SHARE_PICTURE, url: `/pictures/og-${name}.jpg`, alt: image.alt }
}
