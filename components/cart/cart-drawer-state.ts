import { showToast } from '@/components/ui/feedback/toasts'

export interface DrawerState {
  isOpen: boolean
  /** A message shown in the drawer until it closes. */
  notice: { tone: 'danger' | 'warn'; text: string } | null
  /** Text announced to screen readers. */
  said: string
}

const CLOSED: DrawerState = { isOpen: false, notice: null, said: '' }
let state = CLOSED
const listeners = new Set<() => void>()

const set = (next: DrawerState) => {
  state = next
  for (const listener of listeners) listener()
}

export const openDrawer = () => set({ ...CLOSED, isOpen: true })
export const closeDrawer = () => set(CLOSED)

/**
 * Announces to screen readers a change that is visible. Only in the open drawer, because the rest of the page is then
 * inert.
 */
export const sayInDrawer = (text: string) => {
  if (state.isOpen) set({ ...state, said: text })
}

/** Shows a message in the drawer if it is open, otherwise as a toast. */
export function notifyShopper(tone: 'danger' | 'warn', text: string): void {
  if (state.isOpen) set({ ...state, notice: { tone, text } })
  else showToast({ tone: tone === 'danger' ? 'bad' : 'info', text })
}

export const drawerStore = {
  get: () => state,
  onServer: () => CLOSED,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
