const PICTURE =
  /^\/pictures\/([a-z0-9-]+)-(?:front|small|tilt|close|pair|trio|row|pattern)-(?:shell|butter|mint|aqua|sky|lilac|rose|stone)\.webp$/

/**
 * Returns the address of a picture's cut-out (the product without its background); null if it has none, for example
 * because a merchant uploaded it.
 */
export function cutoutOf(src: string): string | null {
  const [, thing] = PICTURE.exec(src) ?? []
  return thing ? `/pictures/cut-${thing}.webp` : null
}
