import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import { isColour } from '@/lib/domain/catalog/specs'

/**
 * Returns the filterable specs that all these schemas define in the same way, for the categories' common parent. Values
 * keep the order of the schemas.
 */
export function sharedSpecs(schemas: readonly (readonly SpecDefinition[])[]): SpecDefinition[] {
  const [first = [], ...others] = schemas
  return first.flatMap((spec) => {
    const same = others.map((specs) => specs.find((other) => isAlike(spec, other)))
    const all = [spec, ...same].filter((one) => one !== undefined)
    if (all.length < schemas.length || !all.every(({ filterable }) => filterable)) return []
    const listed = all.filter(({ values }) => values && values.length > 0)
    if (listed.length === 0) return [spec]
    if (listed.length < all.length) return []
    const values = new Map(listed.flatMap(({ values = [] }) => values).map((value) => [value.value, value]))
    const slugs = new Set([...values.values()].map(({ slug }) => slug))
    return slugs.size === values.size ? [{ ...spec, values: [...values.values()] }] : []
  })
}

/**
 * Returns one colour spec that combines the colours of all schemas, so that listings across categories can be filtered
 * by colour. Schemas that define it unlike the first are ignored. Empty if no schema lists colours.
 */
export function commonColours(schemas: readonly (readonly SpecDefinition[])[]): SpecDefinition[] {
  const colours = schemas.flat().filter((spec) => spec.filterable && isColour(spec) && spec.values?.length)
  const [first] = colours
  if (!first) return []
  const bySlug = new Map<string, NonNullable<SpecDefinition['values']>[number]>()
  for (const { values = [] } of colours.filter((spec) => isAlike(spec, first)))
    for (const value of values) if (!bySlug.has(value.slug)) bySlug.set(value.slug, value)
  return [{ ...first, values: [...bySlug.values()] }]
}

const isAlike = (a: SpecDefinition, b: SpecDefinition) =>
  a.key === b.key && a.type === b.type && a.level === b.level && a.unit === b.unit
