import { ObjectId } from 'mongodb'
import type { Image } from '@/lib/contracts/catalog/image'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { slugOf } from '@/lib/domain/catalog/slug'
import { PICTURE_SIZE } from '@/lib/media/scene'
import { COLOURS, type ColourName } from '../media/colours'
import { coloursOf, galleryOf, type MotifName, type Picture, srcOf } from '../media/pictures'
import { hash, idOf, type Rng, random } from '../random'
import { BRANDS } from './brands'
import type { Leaf, Line, Pin } from './leaf'
import { safetyOf, withIdentifiers } from './makers'
import { drawOf, type Specs } from './specs'
import { type Facts, factsOf, fill, fillOne, fillSome } from './text'
import { makeVariants } from './variants'

/** A product without times, sales and popularity, and what it was generated from. */
export interface Draft {
  product: ProductDocument
  leaf: Leaf
  line: Line
  pin: Pin | undefined
}

/** Splits `total` into whole numbers that are proportional to `shares` and add up to `total`. */
export function split(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = shares.map((share) => (total * share) / sum)
  const counts = exact.map(Math.floor)
  const left = total - counts.reduce((a, b) => a + b, 0)
  const byRest = exact.map((value, index) => [value % 1, index] as const).sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, index] of byRest.slice(0, left)) counts[index]!++
  return counts
}

const POSE_WORDS: Partial<Record<Picture['pose'], string>> = {
  tilt: 'tilted',
  close: 'close up',
  pair: 'two of them',
  trio: 'three of them',
  row: 'three in a row',
  pattern: 'many of them',
}

function imageOf(picture: Picture, name: string, colour: ColourName | undefined, isOption: boolean): Image {
  const words = [name, isOption && colour && COLOURS[colour].label.toLowerCase(), POSE_WORDS[picture.pose]]
  return { src: srcOf(picture), alt: words.filter(Boolean).join(', '), width: PICTURE_SIZE, height: PICTURE_SIZE }
}

/** Returns the colours of a product, the one shown in listings first. */
function chooseColours(rng: Rng, motif: MotifName, leaf: Leaf, line: Line, pin: Pin | undefined) {
  const available = coloursOf(motif).filter((colour) => !line.colours || line.colours.includes(colour))
  const take = line.colourTake === undefined ? leaf.colourTake : line.colourTake
  const count = take ? rng.int(take[0], take[1]) : 1
  const shuffled = rng.shuffle(available)
  const colours = pin?.colour ? [pin.colour, ...shuffled.filter((colour) => colour !== pin.colour)] : shuffled
  return { colours: colours.slice(0, count), isOption: Boolean(take) && available.length > 0 }
}

/**
 * Returns two to five images: the front view in the first colour, further poses in that colour, then the other colours.
 */
function chooseImages(key: string, name: string, motif: MotifName, colours: ColourName[], isOption: boolean): Image[] {
  const [first] = colours
  const front = (colour: ColourName | undefined) => {
    const { fronts } = galleryOf(motif, colour)
    return imageOf(fronts[hash(key) % fronts.length]!, name, colour, isOption)
  }
  const more = galleryOf(motif, first).more.map((picture) => imageOf(picture, name, first, isOption))
  const others = colours.slice(1).map(front)
  return [front(first), ...more.slice(0, Math.max(1, 4 - others.length)), ...others].slice(0, 5)
}

function drawSpecs(rng: Rng, { leaf, line, pin }: Pick<Draft, 'leaf' | 'line' | 'pin'>): Specs {
  const specs: Specs = {}
  for (const spec of leaf.specs) {
    const drawn = pin?.specs?.[spec.key] ?? line.specs?.[spec.key]
    const value = (drawn === undefined ? spec.draw : drawOf(drawn))(rng, specs)
    if (value !== undefined) specs[spec.key] = value
  }
  return specs
}

/** Slugs that are taken, and a suffix for the name of the product. */
interface Naming {
  slugs: Set<string>
  surname?: string
}

/** Draws specs, and a unique name that agrees with them. */
function drawNamed(rng: Rng, from: Pick<Draft, 'leaf' | 'line' | 'pin'>, brand: string, { slugs, surname }: Naming) {
  const { leaf, line, pin } = from
  const words = line.words ?? leaf.words
  for (let attempt = 0; attempt < 300; attempt++) {
    const specs = drawSpecs(rng, from)
    const facts = factsOf(specs, leaf.specs, { brand, noun: line.noun ?? 'book' })
    if (pin) return { specs, facts, name: pin.name }
    const word: Record<string, string> = words.length > 0 ? { word: rng.pick(words) } : {}
    const filled = fill(rng.pick(line.names), { ...facts, said: { ...facts.said, ...word } })
    if (!filled) continue
    // After 200 attempts, a model number is added to make the name unique.
    const given = `${filled.charAt(0).toUpperCase()}${filled.slice(1)}${attempt < 200 ? '' : ` No. ${rng.int(2, 9)}`}`
    const name = surname ? `${given} ${surname}` : given
    if (slugs.has(slugOf(name))) continue
    return { specs, facts, name }
  }
  throw new Error(`${leaf.path} has more products than names`)
}

function describe(rng: Rng, leaf: Leaf, line: Line, brand: keyof typeof BRANDS, facts: Facts): string {
  const said = fillSome(rng, [...(line.facts ?? []), ...leaf.facts], rng.int(3, 5), facts)
  const open = fillOne(rng, line.open, facts)
  const close = fillOne(rng, leaf.close, facts)
  const maker = rng.pick(BRANDS[brand])
  return [
    [open, said[0]].filter(Boolean).join(' '),
    said.slice(1).join(' '),
    rng.chance(0.5) ? `${close} ${maker}` : `${maker} ${close}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

interface Place extends Pick<Draft, 'leaf' | 'line' | 'pin'> {
  /** Index of the product within its category. */
  index: number
}

function draft(seed: string, { leaf, line, pin, index }: Place, naming: Naming): Draft {
  const key = `${leaf.path}/${index}`
  const rng = random(`${seed}/${key}`)
  const motif = pin?.motif ?? (Array.isArray(line.motif) ? rng.pick(line.motif) : line.motif)
  const brand = pin?.brand ?? rng.pick(line.brands)
  const { specs, facts, name } = drawNamed(rng, { leaf, line, pin }, brand, naming)
  const { colours, isOption } = chooseColours(rng, motif, leaf, line, pin)
  const slug = slugOf(name)
  naming.slugs.add(slug)
  const images = chooseImages(key, name, motif, colours, isOption)
  const quality = leaf.worth ? 0.55 * Math.min(1, leaf.worth(specs)) + 0.45 * rng.next() ** 1.4 : rng.next() ** 1.6
  const variants = makeVariants(rng, {
    code: `${leaf.code}${String(index + 1).padStart(3, '0')}`,
    axes: pin?.options ?? line.options ?? leaf.options ?? {},
    colours: isOption
      ? colours.map((colour) => {
          const fronts = new Set(galleryOf(motif, colour).fronts.map(srcOf))
          return { label: COLOURS[colour].label, src: images.find(({ src }) => fronts.has(src))?.src ?? images[0]!.src }
        })
      : [],
    price: pin ? { first: pin.price } : { from: line.price[0] + (line.price[1] - line.price[0]) * quality },
  })
  const tagline = pin?.tagline ?? fillOne(rng, line.taglines, facts)
  const at = new Date(0)
  const product: ProductDocument = {
    _id: new ObjectId(idOf(`product/${key}`)),
    slug,
    status: 'active',
    name,
    tagline: tagline.charAt(0).toUpperCase() + tagline.slice(1),
    description: describe(rng, leaf, line, brand, facts),
    brand,
    category: leaf.path,
    images,
    specs,
    variants: withIdentifiers(variants, { brand, specs }),
    ...(line.taxClass && { taxClass: line.taxClass }),
    ...(line.returnExcluded !== undefined && { returnExcluded: line.returnExcluded }),
    ...safetyOf(brand),
    rating: { average: 0, count: 0 },
    popularity: 0,
    createdAt: at,
    updatedAt: at,
  }
  return { product, leaf, line, pin }
}

/** Returns every product of the catalogue. The same seed always gives the same products. */
export function draftProducts(seed: string, leaves: readonly Leaf[], total: number): Draft[] {
  const pins = leaves.flatMap(({ lines }) => lines.flatMap(({ pins = [] }) => pins.map(({ name }) => slugOf(name))))
  const slugs = new Set(pins)
  return placesOf(leaves, total).map((place) => draft(seed, place, { slugs }))
}

/**
 * Returns the products of one part of a larger catalogue. `number` is the index of the part; part 0 is the demo shop
 * itself. `surname` returns a suffix that makes names unique, given the index of the category and of the product in it.
 */
export function draftPart(
  seed: string,
  leaves: readonly Leaf[],
  { number, total, surname }: { number: number; total: number; surname: (leaf: number, index: number) => string },
): Draft[] {
  const placeOf = new Map(leaves.map((leaf, place) => [leaf, place]))
  const sizes = sizesOf(leaves, total)
  return placesOf(leaves, total).map(({ leaf, line, index: within }) => {
    const place = placeOf.get(leaf)!
    const index = number * sizes[place]! + within
    const naming = { slugs: new Set<string>(), surname: surname(place, index) }
    return draft(seed, { leaf, line, pin: undefined, index }, naming)
  })
}

const sizesOf = (leaves: readonly Leaf[], total: number) =>
  split(
    total,
    leaves.map(({ share }) => share),
  )

/** Returns the `leaf`, `line` and `index` of each product, in order. */
function placesOf(leaves: readonly Leaf[], total: number): Place[] {
  const counts = sizesOf(leaves, total)
  return leaves.flatMap((leaf, leafIndex) => {
    const perLine = split(
      counts[leafIndex]!,
      leaf.lines.map(({ share = 1 }) => share),
    )
    let index = 0
    return leaf.lines.flatMap((line, lineIndex) =>
      Array.from({ length: perLine[lineIndex]! }, (_, i) => ({ leaf, line, pin: line.pins?.[i], index: index++ })),
    )
  })
}
