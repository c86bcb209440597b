import { own } from '../own'
/** The fields of a variant needed for choosing options. */
export interface Choosable {
  sku: string
  options: Readonly<Record<string, string>>
  /** Minor units. */
  price: number
  isOut: boolean
}

/** An option value, in relation to the current selection. */
export interface ValueState {
  /** SKU of the variant to switch to when the value is selected; null if no variant has the value. */
  sku: string | null
  isChosen: boolean
  isOut: boolean
  /** Price difference to the current selection in minor units; 0 for the selected value. */
  difference: number
}

/**
 * Returns the variant to switch to when an option value is selected: of the variants with this value, the one that
 * keeps the most other options; then one in stock, then the cheapest. Null if no variant has the value.
 */
export function choose<V extends Choosable>(variants: readonly V[], chosen: V, key: string, value: string): V | null {
  const kept = ({ options }: V) =>
    Object.entries(chosen.options).filter(([other, text]) => other !== key && own(options, other) === text).length
  const candidates = variants.filter(({ options }) => own(options, key) === value)
  candidates.sort((a, b) => kept(b) - kept(a) || Number(a.isOut) - Number(b.isOut) || a.price - b.price)
  return candidates[0] ?? null
}

/** Returns what to show about an option value before it is selected. */
export function valueState<V extends Choosable>(
  variants: readonly V[],
  chosen: V,
  key: string,
  value: string,
): ValueState {
  const isChosen = own(chosen.options, key) === value
  const next = isChosen ? chosen : choose(variants, chosen, key, value)
  if (!next) return { sku: null, isChosen: false, isOut: true, difference: 0 }
  return { sku: next.sku, isChosen, isOut: next.isOut, difference: next.price - chosen.price }
}
