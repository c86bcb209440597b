import { showToast } from '@/components/ui/feedback/toasts'

export interface DrawerState {
  isOpen: boolean
  /** A message that the drawer shows until it is closed. */
  notice: { tone: 'danger' | 'warn'; text: string } | null
  /** Text that screen readers announce. */
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

/** Announces a visible change of the cart to screen readers. Does nothing while the drawer is closed. */
export const sayInDrawer = (text: string) => {
  if (state.isOpen) set({ ...state, said: text })
}

/** Shows a message in the drawer if it is open, otherwise in a toast. */
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
