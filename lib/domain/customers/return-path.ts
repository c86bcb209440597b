const MAX_LENGTH = 500
const HERE = 'http://here.invalid'

/**
 * Returns the page to which somebody wants to go after signing in, if it is a page of this shop; otherwise their
 * account. Browsers treat `\` like `/` and skip control characters, so an address such as `/\evil.example` would lead to
 * another site.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > MAX_LENGTH || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted))
    return HOME
  if (!URL.canParse(wanted, HERE)) return HOME
  const { origin, pathname, search, hash } = new URL(wanted, HERE)
  // Dots in a path can move slashes to its start.
  if (origin !== HERE || pathname.startsWith('//') || pathname.startsWith('/sign-in')) return HOME
  return `${pathname}${search}${hash}`
}

const HOME = '/account'
