import { own } from '../own'
import { bySchema, formatSpec, type Spec, type SpecValue, wordsOf } from './specs'

/** What of a product is set beside others. */
export interface Compared {
  category: string
  specs: Record<string, SpecValue>
  variants: readonly { options: Record<string, string> }[]
  /** The specs of its category. */
  schema: readonly Spec[]
}

export interface ComparisonRow {
  key: string
  label: string
  /** What each product says, in their order; null where it says nothing. */
  cells: (string | null)[]
  /** Whether they do not all say the same. */
  differs: boolean
}

export interface ComparisonGroup {
  name: string
  rows: ComparisonRow[]
}

const CHOICES = 'Comes in'
const DETAILS = 'Details'
const OTHER = 'More'

/**
 * The specs of products side by side, in the groups and the order of their categories' schemas; what no schema knows comes
 * last. Products of one category show all that any of them says, others only what at least two of them say.
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

/** A row of what each product says; silence is a difference too. */
export const rowOf = (key: string, label: string, cells: (string | null)[]): ComparisonRow => ({
  key,
  label,
  cells,
  differs: new Set(cells).size > 1,
})

interface Entry {
  group: string
  label: string
  text: string
}

function saidBy({ specs, variants, schema }: Compared): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  // A spec and an option of one name are two things.
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
