import { useSyncExternalStore } from 'react'
import type { CartLine, QuantityNotice } from '@/lib/contracts/cart'

/** A note at a line, about a change of its quantity or about what was typed as its quantity. */
export interface LineNote {
  sku: string
  type: QuantityNotice['type'] | 'not_whole' | 'none_wanted'
  /** The line's quantity when the note was made. A note about what was typed ends when the quantity changes. */
  quantity: number
}

/** A removed line. `height` (px) is the height that it had on the screen, unless the page came with its removal. */
export interface Removed {
  line: CartLine
  height?: number
}

export interface LastChange {
  /** Grows with every change, so that whatever is about an earlier one can end. */
  count: number
  note: LineNote | null
  removed: Removed | null
  /** Text that screen readers announce. */
  said: string
}

const NONE: LastChange = { count: 0, note: null, removed: null, said: '' }
let state = NONE
const listeners = new Set<() => void>()

const set = (next: Partial<Omit<LastChange, 'count'>>) => {
  state = { ...NONE, count: state.count + 1, ...next }
  for (const listener of listeners) listener()
  return state.count
}

/** Ends everything about earlier changes. Returns the new change's number. */
export const beginChange = (removed: Removed | null = null): number =>
  set({ removed, said: removed ? `${removed.line.name} removed.` : '' })

/** Shows a note at a line until the next change, and announces it. */
export const noteAtLine = (note: LineNote, said: string): number => set({ note, said })

/** Announces a change, unless there was a later one. */
export const sayOf = (change: number, said: string): void => {
  if (isLatest(change)) set({ said })
}

/** Ends everything about the last change, because it failed or because the shopper leaves the cart. */
export const forgetChange = (): void => {
  if (state.note || state.removed || state.said) set({})
}

export const isLatest = (change: number): boolean => state.count === change
/** Returns whether a removed line is still offered to be put back. */
export const isOffered = (sku: string): boolean => state.removed?.line.sku === sku
/** Returns whether the page shows the cart's lines, and so the notes at them. */
export const areLinesShown = (): boolean => listeners.size > 0
export const changeCount = (): number => state.count

/** The last change of the cart in this tab. Only for components that show the cart's lines. */
export const useLastChange = (): LastChange =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => NONE,
  )

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
