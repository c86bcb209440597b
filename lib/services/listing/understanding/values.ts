import { isColour, wordsOf } from '@/lib/domain/catalog/specs'
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
 * Returns filter values by their names: colours by name, yes/no specs by the name of the spec ("waterproof"), others
 * with the name of their filter ("size M", "16 GB RAM"). An amount needs only its unit, and a size that fits a body
 * needs nothing more ("M", "42" for EU 42), if just one filter has it. The number may be joined to its unit.
 */
export function namedValues(
  all: readonly Filterable[],
  { keyOf }: Pick<Vocabulary, 'keyOf'>,
  { withColours }: { withColours: boolean },
): ReadonlyMap<string, ValueName> {
  const names = new Map<string, ValueName>()
  const bare = new Map<string, ValueName[]>()
  const addBare = (text: string, named: ValueName) => bare.set(text, [...(bare.get(text) ?? []), named])
  for (const { key, indexKey, label: name, spec, values } of all) {
    if (!spec) continue
    if (spec.type === 'boolean') {
      const yes = values?.find(({ value }) => value === true)
      const named = yes && { filter: { key, indexKey }, value: yes.value, slug: yes.slug }
      for (const text of new Set([keyOf(name), keyOf(wordsOf(key))])) if (named && text) addBare(text, named)
      continue
    }
    for (const { value, label, slug } of values ?? []) {
      const named = { filter: { key, indexKey }, value, slug }
      const own = keyOf(label)
      if (own === '') continue
      if (isColour(spec)) {
        if (withColours) names.set(own, named)
        continue
      }
      const texts = new Set([own, own.replaceAll(' ', '')])
      if (spec.fits) texts.add(own.replace(/^(?:eu|us|uk|w) ?(?=\d)/, ''))
      for (const text of texts) {
        for (const other of new Set([keyOf(name), keyOf(key)])) {
          names.set(`${other} ${text}`, named)
          names.set(`${text} ${other}`, named)
        }
        if (AMOUNT.test(text) || spec.fits) addBare(text, named)
      }
    }
  }
  for (const [key, [only, ...others]] of bare) if (only && others.length === 0) names.set(key, only)
  return names
}

/** Returns whether the product or one of its variants has this value. */
export function hasValue({ specs, variants }: CardDocument, { filter: { key }, value }: ValueName): boolean {
  return [own(specs, key), ...variants.map(({ options }) => own(options, key))].flat().some((one) => one === value)
}
