import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { env } from '@/lib/env'
import { getSiteMap } from '@/lib/queries/content/sitemap'
import { HELP_PAGES } from './(shop)/help/content'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection() // the address of the shop is that of the server, not of the build
  const help = HELP_PAGES.map((page) => ({ path: `/help/${page}`, changedAt: undefined }))
  const entries = [...(await getSiteMap()), ...help]
  return entries.map(({ path, changedAt }) => ({ url: new URL(path, env().NEXUS_URL).href, lastModified: changedAt }))
}
