import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

/** Deep searches, and what belongs to one visitor, are not for crawlers. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/search', '/listing', '/cart', '/checkout', '/orders/', '/track', '/api/'],
    },
    sitemap: new URL('/sitemap.xml', env().NEXUS_URL).href,
  }
}
