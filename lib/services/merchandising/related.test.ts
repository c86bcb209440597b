import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareJobs } from '@/lib/jobs/prepare'
import { searchEngine } from '@/lib/search/process-engine'
import { categoryTree } from '../catalog/categories'
import { findCardDocuments } from '../catalog/documents'
import { BOOKS, emptyStores, givenProduct, LAPTOPS } from '../testing/fixtures'
import { candidatesFor, nearestTo } from './related'

const now = new Date('2026-11-25T12:00:00Z')
const related = async (subject: Parameters<typeof candidatesFor>[0]) => {
  const category = (await categoryTree()).byPath.get(subject.category)
  const candidates = await findCardDocuments(await candidatesFor(subject, now))
  return nearestTo(subject, candidates, { category, now }).map(({ name }) => name)
}

let subject: Awaited<ReturnType<typeof givenProduct>>
let lonely: Awaited<ReturnType<typeof givenProduct>>

beforeAll(async () => {
  await prepareJobs()
  await emptyStores()
  subject = await givenProduct({ sku: 'OWN', price: 100_000 })
  await givenProduct({ sku: 'TWICE', name: 'Nearly twice the price', price: 190_000, popularity: 900 })
  await givenProduct({ sku: 'NEAR', name: 'Nearly the same price', price: 104_000 })
  await givenProduct({ sku: 'OTHER', name: 'Of another brand', price: 104_000, brand: 'Pica' })
  await givenProduct({ sku: 'HALF', name: 'Two thirds of the price', price: 66_000 })
  await givenProduct({ sku: 'FAR', name: 'Five times the price', price: 500_000, popularity: 1_000 })
  await givenProduct({ sku: 'HIDDEN', name: 'Not for sale', price: 100_000, status: 'draft' })
  lonely = await givenProduct({ sku: 'NOVEL', category: BOOKS, price: 900 })
  await givenProduct({ sku: 'TOME', name: 'A dear book', category: BOOKS, price: 9_000 })
})
afterAll(async () => (await searchEngine()).close())

describe('related products', () => {
  it('are the most similar ones in the category, however popular others are', async () => {
    expect(subject.category).toBe(LAPTOPS)
    expect(await related(subject)).toEqual([
      'Nearly the same price',
      'Of another brand',
      'Two thirds of the price',
      'Nearly twice the price',
    ])
  })

  it('are the same each time', async () => {
    expect(await related(subject)).toEqual(await related(subject))
  })

  it('include other prices if few products cost about the same', async () => {
    expect(await related(lonely)).toEqual(['A dear book'])
  })
})
