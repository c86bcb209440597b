import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { shopOrigin } from '@/lib/queries/site'

/** Nothing is forbidden to be read: what must not be indexed says so itself, and a crawler has to read that. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection() // the address of the shop is that of the server, not of the build
  return { rules: { userAgent: '*', allow: '/' }, sitemap: new URL('/sitemap.xml', shopOrigin()).href }
}
