import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import type { SpecValue } from '@/lib/contracts/catalog/product'
import { slugOf } from '@/lib/domain/catalog/slug'
import type { Rng } from './random'

export type Specs = Record<string, SpecValue>
/** How a product gets its value; `undefined`: it has none. Specs drawn before are known. */
export type Draw = (rng: Rng, specs: Readonly<Specs>) => SpecValue | undefined
/** One value, one of several, or a function. */
export type Drawn = SpecValue | Draw

export interface SpecSeed extends SpecDefinition {
  draw: Draw
}

export function drawOf(drawn: Drawn): Draw {
  if (typeof drawn === 'function') return drawn
  if (Array.isArray(drawn)) return (rng) => rng.pick(drawn)
  return () => drawn
}

/** Not a spec of these products. */
export const none: Draw = () => undefined

/** One of these, each as likely. */
export const oneOf =
  <T extends string | number>(...values: T[]): Draw =>
  (rng) =>
    rng.pick(values)

/** A number from `min` to `max` in steps; small ones are a little more likely. */
export const between =
  (min: number, max: number, step = 1): Draw =>
  (rng) => {
    const steps = Math.round((max - min) / step)
    const decimals = (String(step).split('.')[1] ?? '').length
    return Number((min + Math.round(rng.next() ** 1.25 * steps) * step).toFixed(decimals))
  }

/** Some of these, in this order. */
export const someOf =
  (min: number, max: number, ...values: string[]): Draw =>
  (rng) =>
    rng.some(values, rng.int(min, max))

export const chance =
  (probability: number): Draw =>
  (rng) =>
    rng.chance(probability)

/** Depends on a spec drawn before. */
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
/** A number as people read it: 2880, "px" → "2,880 px". */
export const withUnit = (value: number, unit = '') =>
  `${IN_ENGLISH.format(value)}${unitOf(value === 1 ? (SINGULAR[unit] ?? unit) : unit)}`

const definition = (rest: Rest) => ({
  level: 'product' as const,
  filterable: !rest.quiet,
  ...(rest.group && { group: rest.group }),
})

/** A number that is filtered by range. */
export function number(key: string, label: string, unit: string, group: string, draw: Drawn, quiet = false): SpecSeed {
  return { key, label, type: 'number', ...definition({ group, quiet }), ...(unit && { unit }), draw: drawOf(draw) }
}

/** A number with few values, filtered by ticking them. */
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

/** One of a few words. */
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

/** Any text; never a filter. */
export function text(key: string, label: string, group: string, draw: Drawn): SpecSeed {
  return { key, label, type: 'string', ...definition({ group, quiet: true }), draw: drawOf(draw) }
}

export function flag(key: string, label: string, group: string, draw: Drawn, quiet = false): SpecSeed {
  return { key, label, type: 'boolean', ...definition({ group, quiet }), draw: drawOf(draw) }
}

export function list(key: string, label: string, group: string, values: string[], draw: Drawn): SpecSeed {
  return { key, label, type: 'list', ...definition({ group }), values: values.map(labelled), draw: drawOf(draw) }
}

/** What the shopper chooses. Its values are collected from the products' lines. */
export interface Axis {
  label: string
  values: readonly string[]
  /** How many of the values one product comes in; they are neighbours in the list. */
  take: readonly [min: number, max: number]
  /** What each value adds to the price, in euros. */
  add?: readonly number[]
  /** What each value multiplies the price with. */
  times?: readonly number[]
}
export type Axes = Record<string, Axis>

/** The schema of an option, with the values that the lines of a leaf use, each once. */
export function optionDefinition(key: string, label: string, values: string[]): SpecDefinition {
  return {
    key,
    label,
    type: 'string',
    level: 'variant',
    filterable: true,
    values: [...new Set(values)].map(labelled),
  }
}
