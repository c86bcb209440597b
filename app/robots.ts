import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { env } from '@/lib/env'

/** Deep searches, and what belongs to one visitor, are not for crawlers. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection() // the address of the shop is that of the server, not of the build
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/search', '/find', '/listing', '/cart', '/checkout', '/orders/', '/track', '/api/'],
    },
    sitemap: new URL('/sitemap.xml', env().NEXUS_URL).href,
  }
}
