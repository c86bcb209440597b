const PICTURE =
  /^\/pictures\/([a-z0-9-]+)-(?:front|small|tilt|close|pair|trio|row|pattern)-(?:shell|butter|mint|aqua|sky|lilac|rose|stone)\.webp$/

/** The same thing on nothing, for a shelf or a door. Null for pictures that have none, such as a merchant's photographs. */
export function cutoutOf(src: string): string | null {
  const [, thing] = PICTURE.exec(src) ?? []
  return thing ? `/pictures/cut-${thing}.webp` : null
}
