import { isColour } from '@/lib/domain/catalog/specs'
import { own } from '@/lib/domain/own'
import type { CardDocument } from '@/lib/services/catalog/documents'
import type { Filterable } from '../index-query'
import type { Vocabulary } from './vocabulary'

/** A filter value that words can name. */
export interface ValueName {
  filter: Pick<Filterable, 'key' | 'indexKey'>
  value: string | number | boolean
  slug: string
}

const AMOUNT = /\d.*\p{L}|\p{L}.*\d/u

/**
 * Returns filter values by their names: colours by name, others with the name of their filter ("size M", "16 GB RAM").
 * An amount needs only its unit if just one filter has that unit. The number may be joined to its unit.
 */
export function namedValues(
  all: readonly Filterable[],
  { keyOf }: Pick<Vocabulary, 'keyOf'>,
  { withColours }: { withColours: boolean },
): ReadonlyMap<string, ValueName> {
  const names = new Map<string, ValueName>()
  const amounts = new Map<string, ValueName[]>()
  for (const { key, indexKey, label: name, spec, values } of all) {
    if (!spec || spec.type === 'boolean') continue
    for (const { value, label, slug } of values ?? []) {
      const named = { filter: { key, indexKey }, value, slug }
      const own = keyOf(label)
      if (own === '') continue
      if (isColour(spec)) {
        if (withColours) names.set(own, named)
        continue
      }
      for (const text of new Set([own, own.replaceAll(' ', '')])) {
        for (const other of new Set([keyOf(name), keyOf(key)])) {
          names.set(`${other} ${text}`, named)
          names.set(`${text} ${other}`, named)
        }
        if (AMOUNT.test(text)) amounts.set(text, [...(amounts.get(text) ?? []), named])
      }
    }
  }
  for (const [key, [only, ...others]] of amounts) if (only && others.length === 0) names.set(key, only)
  return names
}

/** Returns whether the product or one of its variants has this value. */
export function hasValue({ specs, variants }: CardDocument, { filter: { key }, value }: ValueName): boolean {
  return [own(specs, key), ...variants.map(({ options }) => own(options, key))].flat().some((one) => one === value)
}
