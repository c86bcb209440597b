import { cacheLife, cacheTag } from 'next/cache'

/** What the test answers for a name, as slowly as it wants. */
export async function readValue(name: string): Promise<string | null> {
  'use cache'
  cacheLife('max')
  cacheTag(name)
  const response = await fetch(`${process.env.SLOW_SOURCE}/${name}`, { cache: 'no-store' })
  if (response.ok) return response.text()
  cacheTag('absent')
  return null
}
