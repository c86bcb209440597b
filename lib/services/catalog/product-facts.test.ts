import { beforeEach, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { productDocumentSchema } from '@/lib/contracts/catalog/product'
import { categories } from '@/lib/db/mongo'
import { BOOKS, emptyStores, givenProduct } from '../testing/fixtures'
import { laptop } from '../testing/laptops'
import { importProducts } from './product-import'
import { getProductDetail } from './products'

const MAKER = { name: 'Halden GmbH', address: 'Musterallee 14, 34117 Kassel', contact: 'safety@halden.example' }

beforeEach(async () => {
  await emptyStores()
  await categories().updateOne({ path: BOOKS }, { $set: { returnExcluded: 'hygiene' } })
})

it('a product page has manufacturer, responsible person, warnings, and the identifiers of its variants', async () => {
  const variants = [{ sku: 'HAL-14', options: {}, price: 900, gtin: '4006381333931', mpn: 'H14', weight: 1_400 }]
  const warnings = ['Contains a battery.']
  const safety = { manufacturer: MAKER, responsiblePerson: { ...MAKER, contact: 'https://halden.example' }, warnings }
  const { slug } = await givenProduct({ sku: 'HAL-14', ...safety, taxClass: 'staple', variants })
  expect(await getProductDetail(slug)).toMatchObject({
    safety,
    taxClass: 'staple',
    variants: [{ gtin: '4006381333931', mpn: 'H14', weight: 1_400 }],
  })
})

it('a document without these fields has its category’s tax class', async () => {
  const { slug } = await givenProduct({ sku: 'HAL-14' })
  expect(await getProductDetail(slug)).toMatchObject({
    safety: { manufacturer: null, responsiblePerson: null, warnings: [] },
    taxClass: 'standard',
    returnExcluded: null,
    variants: [{ gtin: null, mpn: null, weight: null }],
  })
})

it('a product inherits its category’s exclusion from returns unless it overrides it', async () => {
  await givenProduct({ sku: 'A', category: BOOKS })
  await givenProduct({ sku: 'B', category: BOOKS, returnExcluded: 'perishable' })
  await givenProduct({ sku: 'C', category: BOOKS, returnExcluded: false })
  const excluded = async (slug: string) => (await getProductDetail(slug))?.returnExcluded
  expect([await excluded('a'), await excluded('b'), await excluded('c')]).toEqual(['hygiene', 'perishable', null])
})

it.each([
  ['a GTIN whose check digit is wrong', { variants: [{ sku: 'A', options: {}, price: 1, gtin: '4006381333932' }] }],
  ['a weight of nothing', { variants: [{ sku: 'A', options: {}, price: 1, weight: 0 }] }],
  ['a maker that cannot be reached', { manufacturer: { ...MAKER, contact: 'javascript:alert(1)' } }],
  ['a tax class that does not exist', { taxClass: 'none' }],
])('%s is refused', async (_, change) => {
  const { _id, ...document } = await givenProduct({ sku: 'A' })
  expect(() => productDocumentSchema.parse({ _id, ...document, ...change })).toThrow(ZodError)
})

it('an import brings these facts, and knows them when it is run again', async () => {
  const one = laptop(1, { manufacturer: MAKER, warnings: ['Hot.'], taxClass: 'reduced', returnExcluded: 'hygiene' })
  expect(await importProducts([one], { actor: 'test' })).toMatchObject({ added: 1 })
  expect(await importProducts([one], { actor: 'test' })).toMatchObject({ unchanged: 1 })
  expect(await getProductDetail('laptop-1')).toMatchObject({
    safety: { manufacturer: MAKER, warnings: ['Hot.'] },
    taxClass: 'reduced',
    returnExcluded: 'hygiene',
  })
})
