import { expect, it } from 'vitest'
import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import { aProduct, idOf } from '@/lib/search/testing/products'
import { filterKeys, indexDefinition, indexName } from './definition'
import { toSearchDocument } from './document'
import { keysBy } from './indexes'

const spec = (key: string, given: Partial<SpecDefinition> = {}): SpecDefinition => ({
  key,
  label: key,
  type: 'string',
  level: 'product',
  filterable: true,
  ...given,
})
const LAPTOPS = {
  path: 'electronics/laptops',
  specs: [spec('ram', { type: 'number' }), spec('ports', { type: 'list' })],
}
const SHIRTS = {
  path: 'fashion/shirts',
  specs: [spec('size', { level: 'variant' }), spec('care', { filterable: false })],
}

it('the index has the filterable specs of all categories', () => {
  const keys = filterKeys([LAPTOPS, SHIRTS])
  expect(keys).toEqual({ specs: ['ports', 'ram'], numbers: ['ram'], options: ['size'] })
  const { mappings, synonyms } = indexDefinition(keys)
  expect(mappings).toMatchObject({
    dynamic: false,
    fields: {
      specs: { fields: { ports: { type: 'token' }, ram: { type: 'token' } } },
      numbers: { fields: { ram: { type: 'number' } } },
      offers: { fields: { options: { fields: { size: { type: 'token' } } } } },
      variants: { type: 'embeddedDocuments', fields: { options: { fields: { size: { type: 'token' } } } } },
    },
  })
  expect(JSON.stringify(mappings)).not.toContain('care')
  expect(synonyms).toEqual([{ name: 'shop', analyzer: 'nexusWords', source: { collection: 'synonyms' } }])
})

it('the name of the index depends on the schemas, not on their order', () => {
  const name = (...schemas: Parameters<typeof filterKeys>[0]) => indexName(indexDefinition(filterKeys(schemas)))
  expect(name(LAPTOPS, SHIRTS)).toBe(name(SHIRTS, LAPTOPS))
  expect(name(LAPTOPS)).not.toBe(name(LAPTOPS, SHIRTS))
  expect(name(LAPTOPS)).toMatch(/^nexus-5-[0-9a-f]{8}$/)
})

it('a listing counts the specs of its category, or those shared by all categories below', () => {
  const colour = spec('colour', { level: 'variant' })
  const tops = { path: 'fashion/tops', specs: [spec('size', { level: 'variant' }), colour] }
  const bags = { path: 'fashion/bags', specs: [colour] }
  const keys = keysBy([LAPTOPS, tops, bags, { path: 'fashion', specs: [] }])
  expect(keys('fashion/tops').options).toEqual(['colour', 'size'])
  expect(keys('fashion').options).toEqual(['colour'])
  expect(keys(undefined)).toEqual({ specs: [], numbers: [], options: [] })
  expect(keys('nowhere')).toEqual({ specs: [], numbers: [], options: [] })
})

it('a document has each value once for all variants and once for those in stock', () => {
  const document = toSearchDocument(
    aProduct({
      id: idOf(1),
      name: 'Shirt X-20',
      category: 'fashion/shirts',
      specs: { ram: 16, ports: ['USB', 'HDMI'], washable: true },
      variants: [
        { sku: 'A', options: { size: 'S' }, price: 900, stock: 0 },
        { sku: 'B', options: { size: 'M' }, price: 1_500, stock: 2 },
        { sku: 'C', options: { size: 'M' }, price: 1_200, stock: 1 },
      ],
    }),
  )
  expect(document).toMatchObject({
    name: 'Shirt X-20 x20',
    within: ['fashion', 'fashion/shirts'],
    skus: ['a', 'b', 'c'],
    specs: { ram: ['n:16'], ports: ['s:USB', 's:HDMI'], washable: ['b:true'] },
    numbers: { ram: 16 },
    offers: { options: { size: ['s:S', 's:M'] }, price: [900, 1_500, 1_200], inStock: ['b:false', 'b:true'] },
    stocked: { options: { size: ['s:M'] }, price: [1_500, 1_200], inStock: ['b:true'] },
    offerPrice: 1_200,
  })
})

it('a sold-out product is offered at its lowest price', () => {
  const variants = [{ sku: 'A', options: {}, price: 900, stock: 0 }]
  expect(toSearchDocument(aProduct({ id: idOf(1), variants }))).toMatchObject({ offerPrice: 900 })
})
