import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import { isColour, wordsOf } from '@/lib/domain/catalog/specs'
import { own } from '@/lib/domain/own'
import type { NameKeys } from '@/lib/search/analysis/name-keys'
import type { CardDocument } from '@/lib/services/catalog/documents'
import type { Filterable } from '../index-query'

/** A filter value that words can name. */
export interface ValueName {
  filter: Pick<Filterable, 'key' | 'indexKey'>
  value: string | number | boolean
  slug: string
}

/** The names of values, and of values that say what a product is free of ("without pockets": the value No). */
export interface ValueNames {
  names: ReadonlyMap<string, ValueName>
  negated: ReadonlyMap<string, ValueName>
  /** Names of the filters themselves and their units, which add nothing beside a value ("16 GB RAM"). */
  labels: ReadonlySet<string>
}

const AMOUNT = /\d.*\p{L}|\p{L}.*\d/u

/**
 * Returns filter values by their names: colours by name, yes/no specs by the name of the spec ("waterproof"), others
 * with the name of their filter ("size M", "16 GB RAM"). An amount needs only its unit, and a size that fits a body
 * needs nothing more ("M", "42" for EU 42), if just one filter has it. The number may be joined to its unit. A spec that
 * counts people is named by them ("4 person", "for two").
 */
export function namedValues(
  all: readonly Pick<Filterable, 'key' | 'indexKey' | 'label' | 'spec' | 'values'>[],
  { keyOf }: Pick<NameKeys, 'keyOf'>,
  { withColours }: { withColours: boolean },
): ValueNames {
  const names = new Map<string, ValueName>()
  const negated = new Map<string, ValueName>()
  const labels = new Set<string>()
  const bare = new Map<string, ValueName[]>()
  const addBare = (text: string, named: ValueName) => bare.set(text, [...(bare.get(text) ?? []), named])
  for (const { key, indexKey, label: name, spec, values } of all) {
    if (!spec) continue
    const filter = { key, indexKey }
    const own = new Set([name, wordsOf(key)].flatMap((text) => joinable(keyOf(text))))
    if (spec.type === 'boolean') {
      const yes = values?.find(({ value }) => value === true)
      const no = values?.find(({ value }) => value === false)
      for (const text of own) {
        if (yes) addBare(text, { filter, value: yes.value, slug: yes.slug })
        if (no) negated.set(text, { filter, value: no.value, slug: no.slug })
      }
      for (const text of freeOf(name, wordsOf(key)))
        for (const one of yes ? joinable(keyOf(text)) : [])
          negated.set(one, { filter, value: yes!.value, slug: yes!.slug })
      continue
    }
    for (const text of [...own, ...unitNames(spec.unit).map(keyOf)]) labels.add(text)
    for (const { value, label, slug } of values ?? []) {
      const named = { filter, value, slug }
      const text = keyOf(label)
      if (text === '') continue
      if (isColour(spec)) {
        if (withColours) names.set(text, named)
        continue
      }
      for (const free of freeOf(label)) for (const one of joinable(keyOf(free))) negated.set(one, named)
      if (text === 'none') for (const other of own) negated.set(other, named)
      if (countsPeople(spec)) for (const other of peopleNames(label)) names.set(keyOf(other), named)
      const texts = new Set(joinable(text))
      if (spec.fits) texts.add(text.replace(/^(?:eu|us|uk|w) ?(?=\d)/, ''))
      for (const one of texts) {
        for (const other of own) {
          names.set(`${other} ${one}`, named)
          names.set(`${one} ${other}`, named)
        }
        if (AMOUNT.test(one) || spec.fits) addBare(one, named)
      }
    }
  }
  for (const [key, [only, ...others]] of bare) if (only && others.length === 0) names.set(key, only)
  labels.delete('')
  return { names, negated, labels }
}

/** Returns what stands beside a number of this unit: "4 year olds". */
const unitNames = (unit = '') => (/^(?:years?|months?)$/.test(unit) ? [unit, 'old', 'olds'] : [unit])

/** Returns the key of a name, and the same written as one word; none if the key is empty. */
const joinable = (key: string) => (key === '' ? [] : [key, key.replaceAll(' ', '')])

/** Returns what a name says to be free of: "No perfume", "Gluten-free", "noRubber" as words. */
const freeOf = (...names: string[]): string[] =>
  names.flatMap((name) => {
    const [, before, after] = /^(?:(.+)[-\s]free|(?:no|without) (.+))$/i.exec(name) ?? []
    return before ?? after ?? []
  })

const PEOPLE = /^(?:people|persons?|sleeps|seats?|players?|riders?)$/i
const GROUPS = ['person', 'people', 'man', 'adult', 'player', 'seater', 'sleeper', 'berth']
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Returns whether the unit, label or key of the spec says that it counts people. */
const countsPeople = ({ unit = '', label, key }: Pick<SpecDefinition, 'unit' | 'label' | 'key'>) =>
  [unit, label, key].some((text) => PEOPLE.test(text))

/** Returns what a number of people is called: "4 person", "four seater", "for four". */
function peopleNames(label: string): string[] {
  const [number] = /^\d+/.exec(label) ?? []
  if (number === undefined) return []
  const counts = [number, NUMBERS[Number(number)] ?? []].flat()
  return counts.flatMap((count) => [`for ${count}`, ...GROUPS.map((group) => `${count} ${group}`)])
}

/** Returns whether the product or one of its variants has this value. */
export function hasValue({ specs, variants }: CardDocument, { filter: { key }, value }: ValueName): boolean {
  return [own(specs, key), ...variants.map(({ options }) => own(options, key))].flat().some((one) => one === value)
}
