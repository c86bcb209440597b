import { describe, expect, it } from 'vitest'
import { slugOf } from '@/lib/domain/catalog/slug'
import { cutoutOf } from '@/lib/domain/media/cutout'
import { pictureManifest } from '../pictures'
import { schemaOf } from './catalog/categories'
import { LEAVES } from './catalog/departments'
import type { Line } from './catalog/leaf'
import { withUnit } from './catalog/specs'
import { generateCatalogue } from './catalogue'
import { COLOURS } from './media/colours'
import { motifOf } from './media/pictures'

const { origins, products, categories } = generateCatalogue({
  products: 1_500,
  orders: 0,
  now: new Date('2026-11-24T12:00:00Z'),
})
const pictures = new Map(pictureManifest().map((picture) => [`/pictures/${picture.name}.webp`, picture]))

describe('a product’s texts', () => {
  it('name its own kind and no other kind of product', () => {
    const nouns = new Map(LEAVES.flatMap(({ lines }) => lines).flatMap(({ noun }) => (noun ? [[noun, noun]] : [])))
    const kinds = [...nouns.keys()].sort((a, b) => b.length - a.length)
    for (const { product, line, leaf, pin } of origins) {
      if (!line.noun || pin) continue
      const found = kinds.find((noun) => product.name.toLowerCase().endsWith(` ${noun}`))
      const own = leaf.lines.map(({ noun }) => noun)
      if (found) expect(own, `${product.name} in ${leaf.path}`).toContain(found)
    }
  })

  it('leave no template unfilled and name no missing spec', () => {
    for (const { name, tagline, description } of products) {
      for (const text of [name, tagline, description]) expect(text, name).not.toMatch(/[{}[\]]|undefined|null|NaN/)
      expect(description.split('\n\n').length, name).toBeGreaterThanOrEqual(2)
      expect(description.split('\n\n').length, name).toBeLessThanOrEqual(3)
      expect(tagline.length, name).toBeGreaterThan(3)
    }
  })

  it('only use numbers in the name that appear in its specs', () => {
    for (const { product, leaf, pin } of origins) {
      const [, digits] = / (\d+)( |$)/.exec(product.name) ?? []
      if (!digits || pin) continue
      const said = schemaOf(leaf).flatMap(({ key, unit }) => {
        const value = product.specs[key]
        return value === undefined ? [] : [typeof value === 'number' ? withUnit(value, unit) : String(value)]
      })
      expect(
        said.some((text) => text.startsWith(digits)),
        product.name,
      ).toBe(true)
    }
  })

  it('include a description that few other products share', () => {
    expect(new Set(products.map(({ description }) => description)).size).toBeGreaterThan(1_480)
  })

  it('name a brand that sells in the category', () => {
    for (const { product, line, pin } of origins) if (!pin) expect(line.brands).toContain(product.brand)
    expect(new Set(products.map(({ brand }) => brand)).size).toBeGreaterThanOrEqual(40)
  })
})

describe('a category’s texts', () => {
  it('only mention specs that the category has', () => {
    for (const leaf of LEAVES) {
      const known = new Set([...schemaOf(leaf).map(({ key }) => key), 'brand', 'noun', 'word'])
      const texts = [...leaf.facts, ...leaf.close, ...leaf.lines.flatMap(templatesOf)]
      for (const text of texts)
        for (const key of keysIn(text)) expect(known.has(key), `${key} in ${leaf.path}: ${text}`).toBe(true)
      for (const { specs = {}, pins = [] } of leaf.lines)
        for (const key of [...Object.keys(specs), ...pins.flatMap((pin) => Object.keys(pin.specs ?? {}))])
          expect(known.has(key), `${key} in ${leaf.path}`).toBe(true)
    }
  })
})

const templatesOf = ({ names, taglines, open, facts = [] }: Line) => [...names, ...taglines, ...open, ...facts]
const keysIn = (template: string) =>
  [...template.matchAll(/\{[~#]?(\w+)\}|\[!?(\w+)/g)].map((match) => match[1] ?? match[2]!)

describe('a product’s pictures', () => {
  it('come from the manifest, in two to five poses and colours', () => {
    for (const { name, images } of products) {
      expect(images.length, name).toBeGreaterThanOrEqual(2)
      expect(images.length, name).toBeLessThanOrEqual(5)
      expect(new Set(images.map(({ src }) => src)).size, name).toBe(images.length)
      for (const { src, alt } of images) {
        expect(pictures.has(src), src).toBe(true)
        expect(alt.startsWith(name)).toBe(true)
      }
    }
    for (const { path, image } of categories) expect(pictures.has(image!), path).toBe(true)
  })

  it('show its kind', () => {
    for (const { product, line, pin } of origins) {
      const codes = [pin?.motif ?? line.motif].flat().map((motif) => motifOf(motif).code)
      for (const { src } of product.images) expect(codes).toContain(pictures.get(src)!.recipe.code)
    }
  })

  it('have the colour of the variant', () => {
    for (const { product, line, pin } of origins)
      for (const { options, image } of product.variants) {
        if (!options.colour) continue
        const { recipe } = pictures.get(image!)!
        const motif = [pin?.motif ?? line.motif].flat().find((name) => motifOf(name).code === recipe.code)!
        const { own } = motifOf(motif)
        const { way } = recipe
        if (own && COLOURS[own].label === options.colour) expect(way).toBeUndefined()
        else expect(Object.values(COLOURS).find(({ oklch }) => oklch === way?.to)?.label).toBe(options.colour)
        expect(image).toContain(slugOf(options.colour).split('-')[0])
      }
  })

  it('include a cut-out of the first picture', () => {
    for (const { images } of products) expect(pictures.has(cutoutOf(images[0]!.src)!), images[0]!.src).toBe(true)
    expect(cutoutOf('/pictures/uploaded-by-a-merchant.webp')).toBeNull()
  })
})
