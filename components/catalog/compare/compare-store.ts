import { useSyncExternalStore } from 'react'
import { MOST_COMPARED } from '@/lib/domain/catalog/compare-url'
import { isSlug } from '@/lib/domain/listing/listing'

const KEY = 'compare'
const NONE: readonly string[] = []
let kept: { text: string; slugs: readonly string[] } = { text: '[]', slugs: NONE }
const listeners = new Set<() => void>()

/** Slugs of the products that this browser keeps to be compared, at most four; none while the server renders. */
export const useCompared = (): readonly string[] => useSyncExternalStore(subscribe, read, () => NONE)

/** Keeps these, the first four. */
export function setCompared(slugs: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set(slugs)].slice(0, MOST_COMPARED)))
  } catch {
    return // storage may be closed to us: then nothing is remembered
  }
  for (const listener of listeners) listener()
}

export const removeCompared = (slug: string): void => setCompared(read().filter((other) => other !== slug))

/** With the product as the last; where there are four already, in the place of the oldest. */
export function withCompared(slugs: readonly string[], slug: string): string[] {
  return [...slugs.filter((other) => other !== slug).slice(1 - MOST_COMPARED), slug]
}

// The same array as long as nothing changed, or React would render without end.
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
    return Array.isArray(slugs) ? slugs.filter(isOurs).slice(0, MOST_COMPARED) : NONE
  } catch {
    return NONE // not ours
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener) // another tab
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
