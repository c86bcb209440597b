import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { shopOrigin } from '@/lib/queries/site'

/**
 * Allows crawlers everything. Pages that must not be indexed say so in their metadata, which crawlers must be able to
 * read.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection() // the shop's URL is known at run time, not at build time
  return { rules: { userAgent: '*', allow: '/' }, sitemap: new URL('/sitemap.xml', shopOrigin()).href }
}
