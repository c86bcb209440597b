import { revalidateTag } from 'next/cache'
import { isInternal } from '@/lib/auth/internal-token'
import { listingTags, tags } from '@/lib/cache'
import { catalogueChangeSchema } from '@/lib/contracts/catalog/catalogue-change'
import { DomainError } from '@/lib/errors'
import { answerJson } from '@/lib/http/json/answer-json'
import { forgetShownAtHome, mayBeShownAtHome } from '@/lib/services/content/shown-at-home'
import { catalogueCaughtUp } from '@/lib/services/listing/search'
import { collectionsTouchedBy } from '@/lib/services/merchandising/collections'

/**
 * Expires the pages that say something which is no longer so. For the store's own worker only. The search index of this
 * process must have the change first, else a page would be rendered and kept without it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isInternal(request.headers.get('authorization'))) return new Response(null, { status: 401 })
  return answerJson(async () => {
    const change = catalogueChangeSchema.safeParse(await request.json().catch(() => null))
    if (!change.success) throw new DomainError('invalid_input', 'That is no change of the catalogue.')
    const { productIds, categories, collections = [], home, since, everything } = change.data
    await catalogueCaughtUp(new Date(since))
    const expired = new Set(productIds.map(tags.product))
    for (const category of categories) for (const tag of listingTags(category)) expired.add(tag)
    if (categories.length > 0) expired.add(tags.all)
    const touched = await collectionsTouchedBy(change.data)
    for (const slug of [...collections, ...touched]) expired.add(tags.collection(slug))
    if (collections.length > 0) expired.add(tags.collections)
    if (productIds.length + collections.length > 0) expired.add(tags.absent)
    if (home || mayBeShownAtHome(productIds)) expired.add(tags.home)
    if (everything) expired.add(tags.everything)
    if (expired.has(tags.home) || everything) forgetShownAtHome()
    for (const tag of expired) revalidateTag(tag, { expire: 0 })
    return { ok: true, expired: expired.size }
  })
}
