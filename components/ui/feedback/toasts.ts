export interface Toast {
  id: number
  tone: 'good' | 'bad' | 'info'
  text: string
  action?: { label: string; run: () => void } | { label: string; href: string }
}

let toasts: Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const set = (next: Toast[]) => {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a toast. Only the newest three are visible. For use in the browser only. Returns its id. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  lastId += 1
  set([...toasts.slice(-2), { ...toast, id: lastId }])
  return lastId
}

export const dismissToast = (id: number) => set(toasts.filter((toast) => toast.id !== id))

export const toastStore = {
  get: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

const NONE: Toast[] = []
export const noToasts = () => NONE
