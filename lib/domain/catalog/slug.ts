/**
 * Returns the text as lower-case words joined by hyphens: "Tallow & Sons" → "tallow-sons". Empty if no Latin letters or
 * digits are left.
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/**
 * Returns a unique, non-empty slug for each text. If several texts would have the same slug, the alphabetically first
 * one gets it, and the others get a suffix derived from their text. The order of the texts does not matter.
 */
export function uniqueSlugs(texts: readonly string[]): string[] {
  const taken = new Map<string, string>()
  for (const text of [...new Set(texts)].sort()) {
    const slug = slugOf(text)
    if (slug && !taken.has(slug)) taken.set(slug, text)
  }
  return texts.map((text) => {
    const slug = slugOf(text)
    return taken.get(slug) === text ? slug : [slug, signOf(text)].filter(Boolean).join('-')
  })
}

/** Returns "z" and seven characters from a 32-bit FNV-1a hash of the text. */
function signOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `z${(hash >>> 0).toString(36).padStart(7, '0')}`
}
