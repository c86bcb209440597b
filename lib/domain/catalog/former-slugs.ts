/** Maximum number of former slugs that are kept; the oldest are dropped first. */
export const MAX_FORMER_SLUGS = 50

/** Returns the former slugs after a change from `before` to `now`, oldest first; undefined if there are none. */
export function formerSlugs(
  before: { slug: string; former?: readonly string[] | undefined },
  now: { slug: string; former?: readonly string[] | undefined },
): string[] | undefined {
  const all = new Set([...(now.former ?? []), ...(before.former ?? []), before.slug])
  all.delete(now.slug)
  return all.size > 0 ? [...all].slice(-MAX_FORMER_SLUGS) : undefined
}
