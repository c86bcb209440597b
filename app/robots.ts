import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { shopOrigin } from '@/lib/queries/site'

/** Allows everything: pages that must not be indexed say so themselves, which a crawler has to read. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection() // The shop's address is known at run time, not at build time.
  return { rules: { userAgent: '*', allow: '/' }, sitemap: new URL('/sitemap.xml', shopOrigin()).href }
}
