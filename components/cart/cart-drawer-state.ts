import { dismissToast, showToast } from '@/components/ui/feedback/toasts'
import { forgetChange } from './store/last-change'

export interface DrawerState {
  isOpen: boolean
  /** A message that the drawer shows until it is closed or the cart is changed again. */
  notice: { tone: 'danger' | 'warn'; text: string } | null
}

const CLOSED: DrawerState = { isOpen: false, notice: null }
let state = CLOSED
let toast: number | null = null
const listeners = new Set<() => void>()

const set = (next: DrawerState) => {
  state = next
  for (const listener of listeners) listener()
}

export const openDrawer = () => set({ ...CLOSED, isOpen: true })
export const closeDrawer = () => {
  set(CLOSED)
  forgetChange()
}

/** Shows a message in the drawer if it is open, otherwise in a toast. */
export function notifyShopper(tone: 'danger' | 'warn', text: string): void {
  if (state.isOpen) set({ ...state, notice: { tone, text } })
  else toast = showToast({ tone: tone === 'danger' ? 'bad' : 'info', text })
}

/** Removes the last message, which was about an earlier change of the cart. */
export function forgetNotice(): void {
  if (state.notice) set({ ...state, notice: null })
  if (toast !== null) dismissToast(toast)
  toast = null
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
