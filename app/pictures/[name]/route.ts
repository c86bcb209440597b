import { pictureNameSchema, placeholder, readPicture } from '@/lib/media/picture-folder'
import { readSharePicture, readShopSharePicture } from '@/lib/media/share-picture'
import { readZoomPicture } from '@/lib/media/zoom-picture'

const PICTURE = /^(.+)\.webp$/
// Not made from an enlarged picture again, or a stranger could fill the disk with ever longer names.
const ZOOM_PICTURE = /^zoom-(?!zoom-)(.+)\.webp$/
const SHARE_PICTURE = /^og-(?!zoom-)(.+)\.jpg$/
const FOR_GOOD = 'public, max-age=31536000, immutable'

/**
 * Serves /pictures/NAME.webp, /pictures/zoom-NAME.webp in twice the size and, for shared links, /pictures/og-NAME.jpg;
 * all are immutable. Until a picture has been drawn, it serves the picture's background or the shop's default share
 * picture. Responds with 404 to malformed names.
 */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const file = (await params).name
  const share = nameIn(SHARE_PICTURE, file)
  if (share) return answerSharePicture(share)
  const zoomed = nameIn(ZOOM_PICTURE, file)
  if (zoomed) return answerPicture(zoomed, await readZoomPicture(zoomed))
  const name = nameIn(PICTURE, file)
  if (!name) return new Response('This picture does not exist.', { status: 404 })
  return answerPicture(name, await readPicture(name))
}

function answerPicture(name: string, picture: Buffer<ArrayBuffer> | null): Response {
  return picture ? answer(picture, 'image/webp', FOR_GOOD) : answer(placeholder(name), 'image/svg+xml', 'no-store')
}

async function answerSharePicture(name: string): Promise<Response> {
  const picture = await readSharePicture(name)
  return picture
    ? answer(picture, 'image/jpeg', FOR_GOOD)
    : answer(await readShopSharePicture(), 'image/jpeg', 'no-store')
}

const answer = (body: BodyInit, type: string, caching: string) =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': caching } })

const nameIn = (pattern: RegExp, file: string) => pictureNameSchema.safeParse(pattern.exec(file)?.[1]).data
