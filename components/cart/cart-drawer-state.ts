import { showToast } from '@/components/ui/feedback/toasts'

export interface DrawerState {
  isOpen: boolean
  /** Something that was not as wished; it stands in the drawer until that closes. */
  notice: { tone: 'danger' | 'warn'; text: string } | null
  /** What a screen reader hears next. */
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

/** Says aloud what the eye sees anyway. Only the open drawer can be heard, it makes the rest of the page inert. */
export const sayInDrawer = (text: string) => {
  if (state.isOpen) set({ ...state, said: text })
}

/** Tells what was not as wished: in the drawer where it is open, else at the edge of the page. */
export function tellShopper(tone: 'danger' | 'warn', text: string): void {
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
