import { answerSitemapPart } from '@/lib/http/sitemap'

export async function GET(_: Request, { params }: RouteContext<'/sitemap/[part]'>): Promise<Response> {
  return answerSitemapPart((await params).part)
}
