import type { SpecDefinition } from '@/lib/contracts/category'

/** What all of these schemas filter by alike: a shelf above them can be filtered by it too. Values in the order of the schemas. */
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

const isAlike = (a: SpecDefinition, b: SpecDefinition) =>
  a.key === b.key && a.type === b.type && a.level === b.level && a.unit === b.unit
