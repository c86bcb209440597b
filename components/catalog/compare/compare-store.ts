import { useSyncExternalStore } from 'react'
import { MAX_COMPARED } from '@/lib/domain/catalog/compare-url'
import { isSlug } from '@/lib/domain/listing/listing'

const KEY = 'compare'
const NONE: readonly string[] = []
let kept: { text: string; slugs: readonly string[] } = { text: '[]', slugs: NONE }
const listeners = new Set<() => void>()

/** Returns the slugs selected for comparison in this browser, at most four; empty on the server. */
export const useCompared = (): readonly string[] => useSyncExternalStore(subscribe, read, () => NONE)

/** Stores the first four of these slugs as this browser's selection. */
export function setCompared(slugs: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set(slugs)].slice(0, MAX_COMPARED)))
  } catch {
    return // storage is unavailable, so the selection is not saved
  }
  for (const listener of listeners) listener()
}

/**
 * Adds a product to the selection, or removes it. Returns false, and changes nothing, if there is no room for it. Reads
 * the stored selection, because a page that is still hydrating shows an empty one.
 */
export function toggleCompared(slug: string): boolean {
  const slugs = read()
  if (!slugs.includes(slug) && slugs.length >= MAX_COMPARED) return false
  setCompared(slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug])
  return true
}

export const removeCompared = (slug: string): void => setCompared(read().filter((other) => other !== slug))

/** Returns the slugs with this one added at the end. If there are four already, the oldest is dropped. */
export function withCompared(slugs: readonly string[], slug: string): string[] {
  return [...slugs.filter((other) => other !== slug).slice(1 - MAX_COMPARED), slug]
}

// Returns the same array until the selection changes, because React would otherwise render in an endless loop.
function read(): readonly string[] {
  const text = stored()
  if (text !== kept.text) kept = { text, slugs: parsed(text) }
  return kept.slugs
}

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '[]'
  } catch {
    return '[]'
  }
}

function parsed(text: string): readonly string[] {
  try {
    const slugs: unknown = JSON.parse(text)
    const isOurs = (slug: unknown): slug is string => typeof slug === 'string' && isSlug(slug)
    return Array.isArray(slugs) ? slugs.filter(isOurs).slice(0, MAX_COMPARED) : NONE
  } catch {
    return NONE // stored by something other than this code
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener) // fires when another tab changes the selection
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
