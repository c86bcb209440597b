import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import type { SpecValue } from '@/lib/contracts/catalog/product'
import type { Rng } from '../random'
import { type Specs, withUnit } from './specs'

export interface Facts {
  /** Names and values as text, by key: "1.21 kg", "HDMI, SD card and USB-C". */
  said: Record<string, string>
  specs: Specs
}

const and = (words: string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const NAMES = /^(Bluetooth|Ethernet|EU|Germany|Italy|Spain|Portugal|France|Austria|Netherlands|Greece|Denmark)\b/
const lower = (text: string) =>
  /^[A-Z][a-z ]/.test(text) && !NAMES.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text

function saidOf(value: SpecValue, { unit }: Pick<SpecDefinition, 'unit'>): string {
  if (Array.isArray(value)) return and(value)
  if (typeof value === 'number') return withUnit(value, unit)
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

/** Returns all facts to which a template can refer. */
export function factsOf(specs: Specs, schema: readonly SpecDefinition[], names: Record<string, string>): Facts {
  const said = { ...names }
  for (const definition of schema) {
    const value = specs[definition.key]
    if (value === undefined) continue
    said[definition.key] = saidOf(value, definition)
    if (Array.isArray(value)) said[`~${definition.key}`] = and(value.map(lower))
  }
  return { said, specs }
}

function holds(condition: string, { specs, said }: Facts): boolean {
  const [, key = '', operator, wanted = ''] = /^(\w+)(!=|=|>|<)(.+)$/.exec(condition) ?? []
  if (!operator) return condition.startsWith('!') ? specs[condition.slice(1)] === false : specs[condition] === true
  const value = specs[key] ?? said[key]
  if (operator === '>') return Number(value) > Number(wanted)
  if (operator === '<') return Number(value) < Number(wanted)
  const isEqual = wanted.split('|').some((one) => (Array.isArray(value) ? value.includes(one) : String(value) === one))
  return value !== undefined && isEqual === (operator === '=')
}

/**
 * Returns the template with its placeholders filled in, or `null` if a condition is not met or a fact is missing.
 * `[waterproof] Rain is {~colour}.` requires that `waterproof` is true. `[fit=Wide|Loose]`, `[battery>20]` and
 * `[!lined]` compare values; several conditions can be combined. `{~key}` is the value starting in lower case, `{#key}`
 * the first whole number in it.
 */
export function fill(template: string, facts: Facts): string | null {
  let rest = template
  for (let match = /^\[([^\]]+)\]\s*/.exec(rest); match; match = /^\[([^\]]+)\]\s*/.exec(rest)) {
    if (!holds(match[1]!, facts)) return null
    rest = rest.slice(match[0].length)
  }
  let isComplete = true
  const filled = rest.replace(/\{([~#]?)(\w+)\}/g, (_, how: string, key: string) => {
    const said = how === '#' ? /\d+/.exec(facts.said[key] ?? '')?.[0] : facts.said[key]
    if (said === undefined) isComplete = false
    return said === undefined ? '' : how === '~' ? (facts.said[`~${key}`] ?? lower(said)) : said
  })
  return isComplete ? filled : null
}

/** Fills in up to `count` different templates and returns them in their order. */
export function fillSome(rng: Rng, templates: readonly string[], count: number, facts: Facts): string[] {
  const filled = templates.map((template) => fill(template, facts)).filter((text) => text !== null)
  return rng.some(filled, count)
}

/** Fills in one of the templates. Throws if none of them applies. */
export function fillOne(rng: Rng, templates: readonly string[], facts: Facts): string {
  const [text] = fillSome(rng, templates, 1, facts)
  if (text === undefined) throw new Error(`no template applies: ${templates[0]}`)
  return text
}
