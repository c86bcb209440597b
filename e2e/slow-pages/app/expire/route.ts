import { revalidateTag } from 'next/cache'

export async function POST(request: Request): Promise<Response> {
  revalidateTag(await request.text(), { expire: 0 })
  return new Response()
}
