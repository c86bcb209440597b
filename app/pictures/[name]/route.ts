import { pictureNameSchema, placeholder, readPicture } from '@/lib/media/picture-folder'

const ENDING = /\.webp$/

/** GET /pictures/NAME.webp: the picture for good, or its bare ground until it is made. 404 for what cannot be a picture. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const file = (await params).name
  const { data: name } = pictureNameSchema.safeParse(ENDING.test(file) ? file.replace(ENDING, '') : '')
  if (!name) return new Response('There is no such picture.', { status: 404 })
  const picture = await readPicture(name)
  if (picture)
    return new Response(picture, {
      headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' },
    })
  return new Response(placeholder(name), { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' } })
}
