import { own } from '../own'
import { bySchema, type Described, formatSpec, isColour, type Spec, type SpecValue } from './specs'

const MAX_IN_LINE = 4
const MAX_CHARACTERS = 48

interface ShownVariant {
  options: Record<string, string>
}

/**
 * Returns the most informative filterable specs for a card: the spec that the listing is sorted by, the first product
 * spec of the schema, then options, then further specs. An option shows the variant's value if prices differ between
 * variants; otherwise its first and last value. Values that do not speak for themselves get their label.
 */
export function specLine(
  product: Described,
  shown: ShownVariant,
  { schema, sortKey }: { schema: readonly Spec[]; sortKey?: string | undefined },
): string[] {
  const ofProduct = schema.filter(({ level }) => level === 'product')
  const telling = schema.filter(({ filterable }) => filterable)
  const sorted = ofProduct.find(({ key }) => key === sortKey)
  const headline = telling.find(({ level }) => level === 'product')
  const options = telling.filter(({ level }) => level === 'variant')
  const rest = telling.filter(({ level }) => level === 'product')
  const line: string[] = []
  for (const spec of new Set([sorted, headline, ...options, ...rest])) {
    if (spec === undefined) continue
    const value =
      spec.level === 'variant' ? optionText(product, shown, spec) : briefText(own(product.specs, spec.key), spec)
    if (value === null || isNothing(value)) continue
    const text = withLabel(value, spec, { isHeadline: spec === headline, schema })
    if (line.includes(text)) continue
    if (spec !== sorted && [...line, text].join(' · ').length > MAX_CHARACTERS) continue
    line.push(text)
    if (line.length === MAX_IN_LINE) break
  }
  return line
}

function optionText({ variants }: Described, shown: ShownVariant, spec: Spec): string | null {
  const value = own(shown.options, spec.key)
  if (value === undefined || isColour(spec)) return null
  const values = bySchema(new Set(variants.flatMap(({ options }) => own(options, spec.key) ?? [])), spec)
  if (new Set(variants.map(({ price }) => price)).size > 1) return formatSpec(value, spec)
  return fromTo(values, spec)
}

function briefText(value: SpecValue | undefined, spec: Spec): string | null {
  if (value === undefined || value === false) return null
  if (value === true) return spec.label
  const isCounts = Array.isArray(value) && value.length > 1 && value.every((item) => /^\d+$/.test(item))
  return isCounts ? fromTo(bySchema(value, spec), spec) : formatSpec(value, spec)
}

function fromTo(values: readonly string[], spec: Spec): string | null {
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return null
  return first === last ? formatSpec(first, spec) : `${formatSpec(first, spec)} to ${formatSpec(last, spec)}`
}

/** Returns whether a value only says that the product has none, which a card need not mention. */
const isNothing = (text: string) => /^(none|no|without|n\/a|[-–—])$/i.test(text)

/** Adds the label, unless the value speaks for itself: "Pages 260", "Cut: Straight", but "Denim", "16 GB". */
function withLabel(value: string, spec: Spec, context: { isHeadline: boolean; schema: readonly Spec[] }): string {
  if (spec.type === 'boolean') return value
  const isNumeric = /\d/.test(value)
  if (isNumeric ? isKnownMeasure(value, spec, context.schema) : speaks(value, spec, context.isHeadline)) return value
  return isNumeric || value.length <= 2 ? `${spec.label} ${value}` : `${spec.label}: ${value}`
}

// Units and prefixes that shoppers read without being told what is measured.
const KNOWN_MEASURE = /^[\d.,×\s\u00a0]+(GB|TB|MP|″|g|kg|ml|l|\p{L}{4,})( to |$)/u
const KNOWN_CODE = /^(EU|W|IP|E)[\s\u00a0]?\d/
const FAMILIES: Record<string, string> = { g: 'mass', kg: 'mass', ml: 'volume', l: 'volume' }
const DURATION = /^(hour|day|week|month|year)s?$/

/** Returns whether a number needs no label: its unit is known, and no other number of the schema measures the same. */
function isKnownMeasure(value: string, spec: Spec, schema: readonly Spec[]): boolean {
  if (KNOWN_CODE.test(value)) return true
  if (!KNOWN_MEASURE.test(value)) return false
  if (spec.type !== 'number') return true
  const familyOf = ({ unit = '' }: Spec) => FAMILIES[unit] ?? unit
  const alike = schema.filter((other) => other.type === 'number' && familyOf(other) === familyOf(spec))
  return !DURATION.test(spec.unit ?? '') && alike.length < 2
}

const DEGREES =
  /^(low|medium|high|light|dark|soft|hard|short|long|wide|narrow|regular|normal|slim|thin|thick|small|large|full|half|both|mixed|dry|oily)\b/i

/** Returns whether words need no label: the headline of a category, such as its material or kind, and packs. */
const speaks = (value: string, spec: Spec, isHeadline: boolean) =>
  spec.type === 'string' && (isHeadline || spec.level === 'variant') && value.length > 2 && !DEGREES.test(value)
