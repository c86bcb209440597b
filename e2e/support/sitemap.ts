/** Returns the paths in all sitemaps that the store's sitemap index lists. `read` returns the content of a path. */
export async function announcedPaths(read: (path: string) => Promise<string>): Promise<string[]> {
  const paths: string[] = []
  for (const sitemap of locationsIn(await read('/sitemap.xml'))) paths.push(...locationsIn(await read(sitemap)))
  return paths
}

const locationsIn = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location]) => new URL(location!).pathname)
