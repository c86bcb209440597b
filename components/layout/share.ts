import type { Metadata } from 'next'
import { SHOP_SHARE_PICTURE, type SharePicture } from '@/lib/domain/media/share-picture'

/** What a shared link shows. A page that says anything of its own says it all: Next.js does not merge it with the layout's. */
export function shareData(
  own: { title?: string; description?: string; url?: string; picture?: SharePicture } = {},
): Metadata['openGraph'] {
  const { picture = SHOP_SHARE_PICTURE, ...texts } = own
  return { type: 'website', siteName: 'Nexus', locale: 'en_IE', ...texts, images: [picture] }
}
