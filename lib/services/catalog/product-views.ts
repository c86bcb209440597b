import type { Category } from '@/lib/contracts/catalog/category'
import type { Image } from '@/lib/contracts/catalog/image'
import type { Variant } from '@/lib/contracts/catalog/product'
import type { OptionGroup, PriceView, ProductCard, VariantView } from '@/lib/contracts/catalog/product-view'
import { colourOf } from '@/lib/domain/catalog/colours'
import { newSince } from '@/lib/domain/catalog/newness'
import { slugOf } from '@/lib/domain/catalog/slug'
import { specLine } from '@/lib/domain/catalog/spec-line'
import { bySchema, isColour, wordsOf } from '@/lib/domain/catalog/specs'
import { optionsText, variantFragment, variantImage } from '@/lib/domain/catalog/variant'
import { type StockState, stockState } from '@/lib/domain/inventory/stock'
import { own } from '@/lib/domain/own'
import { discountPercent, isOnSale, priceOf } from '@/lib/domain/pricing/pricing'
import { monthText } from '@/lib/domain/shipping/day'
import type { Sort } from '@/lib/search/search-query'
import type { Stock } from '../inventory/inventory'
import type { CardDocument } from './documents'

/** What cards and product pages need besides the documents, read from both databases at one moment. */
export interface Facts {
  now: Date
  stock: ReadonlyMap<string, Stock>
  /** Lowest price of the 30 days before the sale, for SKUs on sale. */
  lowest: ReadonlyMap<string, number>
  categories: ReadonlyMap<string, Category>
}

/** What a card depends on besides the product. */
export interface CardContext {
  /** The order of the listing. */
  sort?: Sort | undefined
  /** Keys of the options that the listing's filters narrow to one value. */
  chosenOptions?: ReadonlySet<string> | undefined
}

/** Returns a product's card. `variant` is the index of the variant to show, by default the one that is best to buy. */
export function toCard(
  document: CardDocument,
  facts: Facts,
  { variant, sort, chosenOptions }: CardContext & { variant?: number | undefined } = {},
): ProductCard {
  const best = bestToBuy(document.variants, facts)
  const shown = document.variants[variant ?? -1] ?? best
  const schema = facts.categories.get(document.category)?.specs ?? []
  const src = variantImage(document, shown)
  const toChoose = optionGroups(document, schema).filter(({ fits }) => fits)
  const isComplete = toChoose.every(({ key }) => chosenOptions?.has(key))
  // The product page shows the best variant by default, and leaves the options that fit a body open.
  const isDefault = shown === best && (toChoose.length === 0 || !isComplete)
  return {
    id: document._id.toHexString(),
    slug: document.slug,
    href: `/p/${document.slug}${isDefault ? '' : variantFragment({ sku: shown.sku, isComplete })}`,
    name: document.name,
    brand: document.brand,
    category: document.category,
    image: document.images.find((image) => image.src === src) ?? document.images[0] ?? null,
    sku: shown.sku,
    ...priceView(shown, facts),
    specLine: [
      ...(sort === 'newest' ? [`New in ${monthText(document.createdAt)}`] : []),
      ...specLine(document, shown, { schema, sortKey: /^-?spec\.(.*)$/s.exec(sort ?? '')?.[1] }),
    ],
    rating: { average: document.rating.average, count: document.rating.count },
    colours: coloursOf(document),
    stock: bestState(document.variants.map(({ sku }) => stateOf(sku, facts))),
    isVariantOut: stateOf(shown.sku, facts) === 'sold_out',
    isNew: document.createdAt >= newSince(facts.now),
  }
}

/**
 * Returns the price to show. It is marked as reduced only if it is below the lowest price of the 30 days before the
 * sale.
 */
export function priceView(variant: Variant, { now, lowest }: Facts): PriceView {
  const price = priceOf(variant, now)
  const before = isOnSale(variant, now) ? (lowest.get(variant.sku) ?? null) : null
  const percent = discountPercent(price, before)
  return {
    price,
    was: percent > 0 ? before : null,
    percent,
    saleEndsAt: variant.sale && percent > 0 ? variant.sale.endsAt.toISOString() : null,
  }
}

/** Returns the cheapest variant in stock; if none is in stock, the cheapest of all. */
export function bestToBuy(variants: Variant[], facts: Facts): Variant {
  const ranked = variants.map((variant) => ({
    variant,
    isOut: stateOf(variant.sku, facts) === 'sold_out',
    price: priceOf(variant, facts.now),
  }))
  ranked.sort((a, b) => Number(a.isOut) - Number(b.isOut) || a.price - b.price)
  const [best] = ranked
  if (!best) throw new Error('A product has no variants')
  return best.variant
}

/** Returns all variants for the product page, in document order. Amounts are minor units. */
export function variantViews(document: Pick<CardDocument, 'variants' | 'images'>, facts: Facts): VariantView[] {
  return document.variants.map((variant) => ({
    sku: variant.sku,
    options: variant.options,
    optionsText: optionsText(variant.options),
    image: imageIndex(document.images, variant),
    stock: stateOf(variant.sku, facts),
    gtin: variant.gtin ?? null,
    mpn: variant.mpn ?? null,
    weight: variant.weight ?? null,
    ...priceView(variant, facts),
  }))
}

const imageIndex = (images: Image[], variant: Variant) =>
  Math.max(
    0,
    images.findIndex(({ src }) => src === variantImage({ images }, variant)),
  )

/** Returns the options to choose from, in schema order; options outside the schema come last. */
export function optionGroups({ variants }: Pick<CardDocument, 'variants'>, schema: Category['specs']): OptionGroup[] {
  const keys = new Set(variants.flatMap(({ options }) => Object.keys(options)))
  const known = schema.filter(({ key }) => keys.has(key))
  const unknown = [...keys].filter((key) => !known.some((spec) => spec.key === key))
  return [...known, ...unknown.map((key) => ({ key, label: wordsOf(key) }))].map((spec) => {
    const full = known.find(({ key }) => key === spec.key)
    const values = bySchema(new Set(variants.flatMap(({ options }) => own(options, spec.key) ?? [])), full).map(
      (value) => {
        const label = full?.values?.find((one) => one.value === value)?.label ?? value
        return { value, label, colour: isColour(spec) ? colourOf(slugOf(value)) : undefined }
      },
    )
    const kind = values.every(({ colour }) => colour !== undefined) ? 'colour' : 'word'
    return { key: spec.key, label: spec.label, kind, fits: full?.fits === true && values.length > 1, values }
  })
}

/** Returns the CSS colours for swatches; none if fewer than two are known. */
function coloursOf({ variants }: Pick<CardDocument, 'variants'>): string[] {
  const names = new Set(
    variants.flatMap(({ options }) =>
      Object.entries(options).flatMap(([key, value]) => (isColour({ key }) ? slugOf(value) : [])),
    ),
  )
  const colours = [...new Set([...names].flatMap((name) => colourOf(name) ?? []))]
  return colours.length > 1 ? colours : []
}

/** Returns the stock state of a SKU. A SKU without a row in the inventory is sold out. */
export function stateOf(sku: string, { stock }: Pick<Facts, 'stock'>): StockState {
  const { onHand = 0, lowStockThreshold = 0 } = stock.get(sku) ?? {}
  return stockState(onHand, lowStockThreshold)
}

/** Returns the best stock state of a product's variants. */
function bestState(states: StockState[]): StockState {
  if (states.includes('in_stock')) return 'in_stock'
  return states.includes('few_left') ? 'few_left' : 'sold_out'
}
