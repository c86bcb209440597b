import type { Metadata } from 'next'
import { LOCALE } from '@/lib/domain/locale'
import { sharePictureOf } from '@/lib/domain/media/share-picture'

/**
 * Returns the complete Open Graph metadata of a page. It must be complete, because Next.js does not merge a page's
 * metadata with the layout's.
 */
export function shareData(
  own: { title?: string; description?: string; url?: string; image?: { src: string; alt: string } } = {},
): Metadata['openGraph'] {
  const { image, ...texts } = own
  return {
    type: 'website',
    siteName: 'Nexus',
    locale: LOCALE.replace('-', '_'),
    ...texts,
    images: [sharePictureOf(image)],
  }
}
