import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'
import { getSiteMap } from '@/lib/queries/sitemap'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const entries = await getSiteMap()
  return entries.map(({ path, changedAt }) => ({ url: new URL(path, env().NEXUS_URL).href, lastModified: changedAt }))
}
