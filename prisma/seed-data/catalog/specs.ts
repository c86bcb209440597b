import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import type { SpecValue } from '@/lib/contracts/catalog/product'
import { slugOf } from '@/lib/domain/catalog/slug'
import type { Rng } from '../random'

export type Specs = Record<string, SpecValue>
/** Draws the value of a spec, given the specs drawn before it; `undefined` means that the product lacks the spec. */
export type Draw = (rng: Rng, specs: Readonly<Specs>) => SpecValue | undefined
/** A fixed value, a list of values of which one is drawn, or a function that draws a value. */
export type Drawn = SpecValue | Draw

export interface SpecSeed extends SpecDefinition {
  draw: Draw
}

export function drawOf(drawn: Drawn): Draw {
  if (typeof drawn === 'function') return drawn
  if (Array.isArray(drawn)) return (rng) => rng.pick(drawn)
  return () => drawn
}

/** Draws no value, for products that lack the spec. */
export const none: Draw = () => undefined

/** Draws one of these values, each with the same probability. */
export const oneOf =
  <T extends string | number>(...values: T[]): Draw =>
  (rng) =>
    rng.pick(values)

/** Draws a number from `min` to `max` in steps of `step`. Small numbers are slightly more likely. */
export const between =
  (min: number, max: number, step = 1): Draw =>
  (rng) => {
    const steps = Math.round((max - min) / step)
    const decimals = (String(step).split('.')[1] ?? '').length
    return Number((min + Math.round(rng.next() ** 1.25 * steps) * step).toFixed(decimals))
  }

/** Draws from `min` to `max` of these values, keeping their order. */
export const someOf =
  (min: number, max: number, ...values: string[]): Draw =>
  (rng) =>
    rng.some(values, rng.int(min, max))

export const chance =
  (probability: number): Draw =>
  (rng) =>
    rng.chance(probability)

/** Draws a value that depends on the value of a spec drawn before. */
export const by =
  (key: string, values: Record<string, Drawn>, otherwise?: Drawn): Draw =>
  (rng, specs) => {
    const drawn = values[String(specs[key])] ?? otherwise
    return drawn === undefined ? undefined : drawOf(drawn)(rng, specs)
  }

type Rest = { group?: string; quiet?: boolean }

const labelled = (label: string) => ({ value: label, label, slug: slugOf(label) })
const SINGULAR: Record<string, string> = { days: 'day', months: 'month', years: 'year' }
const unitOf = (unit: string) => (['', '″', '×'].includes(unit) ? unit : ` ${unit}`)
const IN_ENGLISH = new Intl.NumberFormat('en-US')
/** Returns a number with its unit as text: 2880, "px" → "2,880 px". */
export const withUnit = (value: number, unit = '') =>
  `${IN_ENGLISH.format(value)}${unitOf(value === 1 ? (SINGULAR[unit] ?? unit) : unit)}`

const definition = (rest: Rest) => ({
  level: 'product' as const,
  filterable: !rest.quiet,
  ...(rest.group && { group: rest.group }),
})

/** Defines a numeric spec that is filtered by range. */
export function number(key: string, label: string, unit: string, group: string, draw: Drawn, quiet = false): SpecSeed {
  return { key, label, type: 'number', ...definition({ group, quiet }), ...(unit && { unit }), draw: drawOf(draw) }
}

/** Defines a numeric spec with few distinct values, which is filtered by checkboxes. */
export function numbers(
  key: string,
  label: string,
  unit: string,
  group: string,
  values: number[],
  draw?: Drawn,
): SpecSeed {
  const list = values.map((value) => {
    const text = withUnit(value, unit)
    return { value, label: text, slug: slugOf(text) }
  })
  return { ...number(key, label, unit, group, draw ?? oneOf(...values)), values: list }
}

/** Defines a spec whose value is one of `values`. */
export function choice(key: string, label: string, group: string, values: string[], draw?: Drawn): SpecSeed {
  return {
    key,
    label,
    type: 'string',
    ...definition({ group }),
    values: values.map(labelled),
    draw: drawOf(draw ?? oneOf(...values)),
  }
}

/** Defines a spec with free text, which is never a filter. */
export function text(key: string, label: string, group: string, draw: Drawn): SpecSeed {
  return { key, label, type: 'string', ...definition({ group, quiet: true }), draw: drawOf(draw) }
}

export function flag(key: string, label: string, group: string, draw: Drawn, quiet = false): SpecSeed {
  return { key, label, type: 'boolean', ...definition({ group, quiet }), draw: drawOf(draw) }
}

export function list(key: string, label: string, group: string, values: string[], draw: Drawn): SpecSeed {
  return { key, label, type: 'list', ...definition({ group }), values: values.map(labelled), draw: drawOf(draw) }
}

/** A variant option. Its spec definition gets the values that products in the category use. */
export interface Axis {
  label: string
  /** Whether it must fit a body, such as a size. */
  fits?: boolean
  values: readonly string[]
  /** Minimum and maximum number of neighbouring values in which one product is sold. */
  take: readonly [min: number, max: number]
  /** Surcharge for each value, in euros. */
  add?: readonly number[]
  /** Factor by which each value multiplies the price. */
  times?: readonly number[]
}
export type Axes = Record<string, Axis>

/** Returns the schema of an option, with the distinct values that the lines of a leaf use. */
export function optionDefinition(
  key: string,
  { label, fits }: Pick<Axis, 'label' | 'fits'>,
  values: string[],
): SpecDefinition {
  return {
    key,
    label,
    type: 'string',
    level: 'variant',
    filterable: true,
    ...(fits && { fits }),
    values: [...new Set(values)].map(labelled),
  }
}
