import { own } from '../own'
/** The fields of a variant that are needed to choose between its options. */
export interface Choosable {
  sku: string
  options: Readonly<Record<string, string>>
  /** Price in minor units. */
  price: number
  isOut: boolean
}

/** What to show about an option value, depending on the current selection. */
export interface ValueState {
  /** SKU of the variant to switch to if the value is selected; null if no variant has it. */
  sku: string | null
  isChosen: boolean
  isOut: boolean
  /** How much the variant to switch to costs more than the current one, in minor units; negative if it is cheaper. */
  difference: number
}

/** The current selection. Options with a key in `openKeys` are not chosen yet; for them, the variant is provisional. */
export interface Selection<V extends Choosable> {
  variant: V
  openKeys: ReadonlySet<string>
}

/**
 * Returns the variant to switch to when an option value is selected, or null if no variant has it. Prefers the variant
 * that keeps the most of the other chosen options, then one in stock, then the cheapest.
 */
export function choose<V extends Choosable>(
  variants: readonly V[],
  { variant, openKeys }: Selection<V>,
  key: string,
  value: string,
): V | null {
  const chosen = Object.entries(variant.options).filter(([other]) => other !== key && !openKeys.has(other))
  const kept = ({ options }: V) => chosen.filter(([other, text]) => own(options, other) === text).length
  const candidates = variants.filter(({ options }) => own(options, key) === value)
  candidates.sort((a, b) => kept(b) - kept(a) || Number(a.isOut) - Number(b.isOut) || a.price - b.price)
  return candidates[0] ?? null
}

/**
 * Returns the variant to show: the selected one, or if that is provisional and sold out, the cheapest one in stock that
 * has the chosen options.
 */
export function shownVariant<V extends Choosable>(variants: readonly V[], { variant, openKeys }: Selection<V>): V {
  if (!variant.isOut || openKeys.size === 0) return variant
  const chosen = Object.entries(variant.options).filter(([key]) => !openKeys.has(key))
  const candidates = variants.filter(
    ({ options, isOut }) => !isOut && chosen.every(([key, value]) => own(options, key) === value),
  )
  return candidates.sort((a, b) => a.price - b.price)[0] ?? variant
}

/** Returns what to show about an option value, given the current selection. */
export function valueState<V extends Choosable>(
  variants: readonly V[],
  selection: Selection<V>,
  key: string,
  value: string,
): ValueState {
  const { variant, openKeys } = selection
  const isChosen = own(variant.options, key) === value && !openKeys.has(key)
  const next = isChosen ? variant : choose(variants, selection, key, value)
  if (!next) return { sku: null, isChosen: false, isOut: true, difference: 0 }
  return { sku: next.sku, isChosen, isOut: next.isOut, difference: next.price - variant.price }
}
