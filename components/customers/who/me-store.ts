import type { AccountNews, Me } from '@/lib/contracts/customers/me'

/** What the header knows about who is signed in. `waiting` means that the answer has not come yet. */
export type MeState = { is: 'out' } | { is: 'waiting' } | { is: 'in'; customer: NonNullable<Me['customer']> }

const OUT: MeState = { is: 'out' }
const HINT = /(?:^|;\s*)shop\.hint=(\w+)/

let state: MeState = OUT
/** The hint for which `state` was asked; null for nobody. It changes whenever somebody signs in or out. */
let knownHint: string | null = null
const listeners = new Set<() => void>()

export const meStore = {
  get: () => state,
  onServer: () => OUT,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

function set(next: MeState): void {
  state = next
  for (const listener of listeners) listener()
}

const hint = (): string | null => HINT.exec(document.cookie)?.[1] ?? null

/**
 * Asks the server who is signed in, if that may have changed since it was last asked. Visitors without the hint cookie
 * cost no request. Returns whether it had changed.
 */
export async function refreshMe(): Promise<boolean> {
  const current = hint()
  if (current === knownHint) return false
  knownHint = current
  if (current === null) {
    set(OUT)
    return true
  }
  set({ is: 'waiting' })
  try {
    const response = await fetch('/api/me', { cache: 'no-store' })
    if (!response.ok) throw new Error(`/api/me answered ${response.status}`)
    const { meSchema } = await import('@/lib/contracts/customers/me')
    const { customer } = meSchema.parse(await response.json())
    if (knownHint !== current) return true // another answer is on its way
    if (customer) set({ is: 'in', customer })
    else {
      // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox of 2024 lack the Cookie Store API
      document.cookie = 'shop.hint=; path=/; max-age=0'
      knownHint = null
      set(OUT)
    }
  } catch {
    knownHint = null // asks again at the next occasion; until then, the header leads to the account
  }
  return true
}

/** Returns what the open menu tells; null if it cannot be had. */
export async function fetchNews(): Promise<AccountNews | null> {
  try {
    const response = await fetch('/api/me/news', { cache: 'no-store' })
    const { accountNewsSchema } = await import('@/lib/contracts/customers/me')
    return response.ok ? accountNewsSchema.parse(await response.json()) : null
  } catch {
    return null
  }
}
