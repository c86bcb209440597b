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

/**
 * Returns the variant to switch to when an option value is selected, or null if no variant has it. Prefers the variant
 * that keeps the most of the other selected options, then one in stock, then the cheapest.
 */
export function choose<V extends Choosable>(variants: readonly V[], chosen: V, key: string, value: string): V | null {
  const kept = ({ options }: V) =>
    Object.entries(chosen.options).filter(([other, text]) => other !== key && own(options, other) === text).length
  const candidates = variants.filter(({ options }) => own(options, key) === value)
  candidates.sort((a, b) => kept(b) - kept(a) || Number(a.isOut) - Number(b.isOut) || a.price - b.price)
  return candidates[0] ?? null
}

/** Returns what to show about an option value, given the current selection. */
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
