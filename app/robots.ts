import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { shopOrigin } from '@/lib/queries/site'

/** Allows everything. Pages that must not be indexed say so themselves, and crawlers have to read them for that. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection() // the shop's address is known only at run time, not at build time
  return { rules: { userAgent: '*', allow: '/' }, sitemap: new URL('/sitemap.xml', shopOrigin()).href }
}
