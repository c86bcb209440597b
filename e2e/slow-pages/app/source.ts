import { cacheLife, cacheTag } from 'next/cache'

/** Returns the value that the test's server gives a name, after a delay that the test chooses. */
export async function readValue(name: string): Promise<string | null> {
  'use cache'
  cacheLife('max')
  cacheTag(name)
  const response = await fetch(`${process.env.SLOW_SOURCE}/${name}`, { cache: 'no-store' })
  if (response.ok) return response.text()
  cacheTag('absent')
  return null
}
