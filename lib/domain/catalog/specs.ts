import { LOCALE } from '../locale'
import { own } from '../own'
/** A spec value as documents store it. */
export type SpecValue = string | number | boolean | readonly string[]

/** A category's definition of one of its specs. */
export interface Spec {
  key: string
  label: string
  type: 'string' | 'number' | 'boolean' | 'list'
  level: 'product' | 'variant'
  unit?: string
  group?: string
  filterable: boolean
  /** Whether the option must fit a body, such as a size. */
  fits?: boolean
  values?: readonly { value: string | number; label: string; slug: string }[]
}

export interface SpecGroup {
  name: string
  /** Rows of the spec table. `filter` is set if shoppers can filter listings by the value. */
  rows: { label: string; text: string; filter?: { key: string; slug: string } }[]
}

const OTHER_GROUP = 'More'
const FIRST_GROUP = 'Details'
const CHOICES = 'Comes in'
const NARROW_SPACE = '\u00a0'

const number = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3 })

/** Formats a number with its unit: "1.21 kg", "14″", "82 %". */
export function formatNumber(value: number, unit = ''): string {
  const space = unit === '' || /^[″′°"']$/.test(unit) ? '' : NARROW_SPACE
  return `${number.format(value)}${space}${unit}`
}

/** Formats a value for shoppers: numbers with their unit, lists with commas, booleans as Yes and No. */
export function formatSpec(value: SpecValue, spec?: Spec): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map((item) => labelOf(item, spec) ?? item).join(', ')
  if (typeof value === 'number') return labelOf(value, spec) ?? formatNumber(value, spec?.unit)
  return labelOf(String(value), spec) ?? String(value)
}

const labelOf = (value: string | number, spec: Spec | undefined) =>
  spec?.values?.find((known) => known.value === value)?.label

/** Sorts values in schema order; other values follow, numbers by size and words alphabetically. */
export function bySchema<T extends string | number>(values: Iterable<T>, spec: Spec | undefined): T[] {
  const order = new Map(spec?.values?.map(({ value }, index) => [value, index]))
  const rank = (value: T) => order.get(value) ?? Number.POSITIVE_INFINITY
  return [...values].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en')
  })
}

/** What a product needs to be described by its specs. */
export interface Described {
  specs: Record<string, SpecValue>
  variants: readonly { options: Record<string, string>; price: number }[]
}

/** Returns whether an option is shown as colour swatches. */
export const isColour = ({ key }: Pick<Spec, 'key'>) => /^colou?r$/i.test(key)

/**
 * Returns the rows of the spec table: groups in schema order, then specs outside the schema under "More". The row of an
 * option lists all its values.
 */
export function specGroups(product: Described, schema: readonly Spec[]): SpecGroup[] {
  const groups = new Map<string, SpecGroup['rows']>()
  const add = (group: string, row: SpecGroup['rows'][number]) => groups.set(group, [...(groups.get(group) ?? []), row])
  for (const spec of schema) {
    const group = spec.group ?? (spec.level === 'variant' ? CHOICES : FIRST_GROUP)
    if (spec.level === 'variant') {
      const values = bySchema(new Set(product.variants.flatMap(({ options }) => own(options, spec.key) ?? [])), spec)
      if (values.length > 0) add(group, { label: spec.label, text: formatSpec(values, spec) })
    } else {
      const value = own(product.specs, spec.key)
      if (value === undefined) continue
      const slug = spec.filterable ? spec.values?.find((known) => known.value === value)?.slug : undefined
      const filter = slug === undefined ? {} : { filter: { key: spec.key, slug } }
      add(group, { label: spec.label, text: formatSpec(value, spec), ...filter })
    }
  }
  const known = new Set(schema.map(({ key }) => key))
  for (const [key, value] of Object.entries(product.specs))
    if (!known.has(key)) add(OTHER_GROUP, { label: wordsOf(key), text: formatSpec(value) })
  return [...groups].map(([name, rows]) => ({ name, rows }))
}

/** Splits a camel-case key into words: "batteryLife" → "Battery life". */
export function wordsOf(key: string): string {
  const words = key.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
