import { own } from '../own'
import { bySchema, formatSpec, type Spec, type SpecValue, wordsOf } from './specs'

/** The fields of a product that are needed to compare it. */
export interface Compared {
  category: string
  specs: Record<string, SpecValue>
  variants: readonly { options: Record<string, string> }[]
  /** Definitions of the specs in the product's category. */
  schema: readonly Spec[]
}

export interface ComparisonRow {
  key: string
  label: string
  /** The value of each product, in the order of the products; null for a product without this spec. */
  cells: (string | null)[]
  /** Whether the products have different values. */
  isDifferent: boolean
}

export interface ComparisonGroup {
  name: string
  rows: ComparisonRow[]
}

const CHOICES = 'Comes in'
const DETAILS = 'Details'
const OTHER = 'More'

/**
 * Returns comparison rows in the groups and order of the categories' schemas; specs outside the schema come last. If
 * all products are of one category, there is a row for every spec that any of them has; otherwise only for specs that
 * at least two have.
 */
export function comparisonGroups(products: readonly Compared[]): ComparisonGroup[] {
  const said = products.map(saidBy)
  const isOneKind = new Set(products.map(({ category }) => category)).size <= 1
  const groups = new Map<string, ComparisonRow[]>()
  for (const key of new Set(said.flatMap((entries) => [...entries.keys()]))) {
    const all = said.map((entries) => entries.get(key))
    const [first] = all.filter((entry) => entry !== undefined)
    if (!first || (!isOneKind && all.filter(Boolean).length < 2)) continue
    const row = rowOf(
      key,
      first.label,
      all.map((entry) => entry?.text ?? null),
    )
    groups.set(first.group, [...(groups.get(first.group) ?? []), row])
  }
  const others = groups.get(OTHER)
  groups.delete(OTHER)
  if (others) groups.set(OTHER, others)
  return [...groups].map(([name, rows]) => ({ name, rows }))
}

/** Returns a comparison row. A missing value counts as a difference. */
export const rowOf = (key: string, label: string, cells: (string | null)[]): ComparisonRow => ({
  key,
  label,
  cells,
  isDifferent: new Set(cells).size > 1,
})

interface Entry {
  group: string
  label: string
  text: string
}

function saidBy({ specs, variants, schema }: Compared): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  // Options are stored under "option." and their key, because a spec may have the same key but another meaning.
  for (const spec of schema) {
    if (spec.level === 'variant') {
      const values = bySchema(new Set(variants.flatMap(({ options }) => own(options, spec.key) ?? [])), spec)
      const group = spec.group ?? CHOICES
      if (values.length > 0)
        entries.set(`option.${spec.key}`, { group, label: spec.label, text: formatSpec(values, spec) })
    } else {
      const value = own(specs, spec.key)
      if (value !== undefined)
        entries.set(spec.key, { group: spec.group ?? DETAILS, label: spec.label, text: formatSpec(value, spec) })
    }
  }
  for (const [key, value] of Object.entries(specs))
    if (!entries.has(key)) entries.set(key, { group: OTHER, label: wordsOf(key), text: formatSpec(value) })
  return entries
}
