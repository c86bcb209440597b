interface Shown {
  /** Ids of products on every home page that was rendered since it was last expired; undefined where nobody knows. */
  ids: Set<string> | undefined
  /** Pages that are being rendered: whatever they show, they may have read it before it changed. */
  rendering: number
}
// On globalThis, for pages and routes are bundled apart.
const store = globalThis as typeof globalThis & { nexusShownAtHome?: Shown }
store.nexusShownAtHome ??= { ids: undefined, rendering: 0 }
const shown = store.nexusShownAtHome

/** Renders the home page and remembers the ids of the products on it. */
export async function rememberShown<T>(render: () => Promise<T>, idsOf: (page: T) => string[]): Promise<T> {
  shown.rendering++
  try {
    const page = await render()
    for (const id of idsOf(page)) shown.ids?.add(id)
    return page
  } finally {
    shown.rendering--
  }
}

/** Whether the home page that this process keeps may show one of these products. */
export function mayBeShownAtHome(productIds: string[]): boolean {
  const { ids, rendering } = shown
  return productIds.length > 0 && (ids === undefined || rendering > 0 || productIds.some((id) => ids.has(id)))
}

/** The home page is expired: what is rendered from now on is what it shows. */
export function forgetShownAtHome(): void {
  shown.ids = new Set()
}
