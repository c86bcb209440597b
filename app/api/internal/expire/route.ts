import { revalidateTag } from 'next/cache'
import { isFromItself } from '@/lib/auth/own-secret'
import { tags } from '@/lib/cache'
import { expirySchema } from '@/lib/contracts/content/expiry'
import { DomainError } from '@/lib/errors'
import { answerJson } from '@/lib/http/json/answer-json'
import { forgetShownAtHome } from '@/lib/services/content/shown-at-home'
import { catalogueCaughtUp } from '@/lib/services/listing/search'

/**
 * Expires cache tags. Only this process itself can call it; it exists because Next.js can expire tags only within a
 * request. First waits until the search index contains the change, because a page rendered earlier would be cached
 * without it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromItself(request.headers.get('authorization'))) return new Response(null, { status: 401 })
  return answerJson(async () => {
    const expiry = expirySchema.safeParse(await request.json().catch(() => null))
    if (!expiry.success) throw new DomainError('invalid_input', 'That is no list of tags.')
    const expired = expiry.data.tags
    await catalogueCaughtUp(new Date(expiry.data.at))
    if (expired.includes(tags.home) || expired.includes(tags.everything)) forgetShownAtHome()
    for (const tag of expired) revalidateTag(tag, { expire: 0 })
    return { ok: true }
  })
}
