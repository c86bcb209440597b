interface Shown {
  /** Ids of the products on home pages rendered since the page last expired; undefined before its first expiry. */
  ids: Set<string> | undefined
  /** Number of home pages being rendered now. These may have read a product before it changed. */
  rendering: number
}
// On globalThis, because pages and routes are bundled separately.
const store = globalThis as typeof globalThis & { nexusShownAtHome?: Shown }
store.nexusShownAtHome ??= { ids: undefined, rendering: 0 }
const shown = store.nexusShownAtHome

/** Renders the home page and records the ids of its products. */
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

/** Returns whether this process's cached home page may show one of these products. */
export function canBeShownAtHome(productIds: string[]): boolean {
  const { ids, rendering } = shown
  return productIds.length > 0 && (ids === undefined || rendering > 0 || productIds.some((id) => ids.has(id)))
}

/** Empties the record of shown products. Call this when the home page is expired. */
export function forgetShownAtHome(): void {
  shown.ids = new Set()
}
