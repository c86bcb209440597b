import { own } from '../own'
/** A variant as far as choosing goes. */
export interface Choosable {
  sku: string
  options: Readonly<Record<string, string>>
  /** Minor units. */
  price: number
  isOut: boolean
}

/** A value of one option, as it stands to what is chosen now. */
export interface ValueState {
  /** The variant that choosing it leads to; null where no variant has it. */
  sku: string | null
  isChosen: boolean
  isOut: boolean
  /** What it adds to the price, in minor units; 0 for the value that is chosen. */
  difference: number
}

/**
 * The variant that choosing a value leads to: of those that have it, the one that keeps most of the other options; among
 * equals one that is in stock, then the cheapest.
 */
export function choose<V extends Choosable>(variants: readonly V[], chosen: V, key: string, value: string): V | null {
  const kept = ({ options }: V) =>
    Object.entries(chosen.options).filter(([other, text]) => other !== key && own(options, other) === text).length
  const candidates = variants.filter(({ options }) => own(options, key) === value)
  candidates.sort((a, b) => kept(b) - kept(a) || Number(a.isOut) - Number(b.isOut) || a.price - b.price)
  return candidates[0] ?? null
}

/** What the shopper is told of a value before choosing it. */
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
