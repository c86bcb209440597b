import { beforeEach, describe, expect, it } from 'vitest'
import { collections, merchandising, products } from '@/lib/db/mongo'
import { listingState } from '@/lib/domain/listing/listing'
import { prepareJobs } from '@/lib/jobs/prepare'
import { movedListing } from '../listing/moved'
import { renameCollection, saveCollection } from '../merchandising/collections'
import { saveMerchandising } from '../merchandising/placements'
import { emptyStores, givenProduct, LAPTOPS } from '../testing/fixtures'
import { laptop, objectIdOf } from '../testing/laptops'
import { categoryTree, forgetCategories } from './categories'
import { moveCategory } from './category-move'
import { findMovedProduct, findProductBySlug } from './documents'
import { importProducts } from './product-import'

const by = { actor: 'test' }

beforeEach(async () => {
  await prepareJobs()
  await emptyStores()
  forgetCategories()
})

describe('the old address of a product', () => {
  it('leads to the last one, however often the product was renamed', async () => {
    for (const slug of ['first', 'second', 'third']) await importProducts([laptop(1, { slug })], by)
    for (const slug of ['first', 'second']) expect((await findMovedProduct(slug))?.slug).toBe('third')
    expect(await findMovedProduct('third')).toBeNull()
  })

  it('is kept when the product is imported again, and dropped when the product is called so once more', async () => {
    for (const slug of ['first', 'second', 'second']) await importProducts([laptop(1, { slug })], by)
    expect((await findMovedProduct('first'))?.slug).toBe('second')
    await importProducts([laptop(1, { slug: 'first' })], by)
    expect(await findMovedProduct('first')).toBeNull()
    expect((await findMovedProduct('second'))?.slug).toBe('first')
    expect(await importProducts([laptop(1, { slug: 'first' })], by)).toMatchObject({ unchanged: 1 })
  })

  it('is that of a live product where another one is called so by now', async () => {
    for (const slug of ['first', 'second']) await importProducts([laptop(1, { slug })], by)
    await importProducts([laptop(2, { slug: 'first' })], by)
    expect((await findProductBySlug('first'))?._id).toEqual(objectIdOf(2))
  })

  it('leads nowhere once the product is no longer sold', async () => {
    for (const slug of ['first', 'second']) await importProducts([laptop(1, { slug })], by)
    await products().updateOne({ _id: objectIdOf(1) }, { $set: { status: 'archived' } })
    expect(await findMovedProduct('first')).toBeNull()
  })

  it('can come in with the import, from another shop', async () => {
    await importProducts([laptop(1, { slug: 'here', formerSlugs: ['there'] })], by)
    expect((await findMovedProduct('there'))?.slug).toBe('here')
  })
})

describe('the old address of a category', () => {
  const LATER = 'electronics/notebooks'

  it('leads to the new one with filters, and products, collections and placements follow', async () => {
    const { _id } = await givenProduct({ sku: 'A' })
    await saveCollection({ ...collection('portable'), filter: { category: LAPTOPS } })
    await saveMerchandising({ scope: { type: 'category', key: LAPTOPS }, pinned: [_id.toHexString()], buried: [] })
    await moveCategory({ from: LAPTOPS, to: LATER })
    const old = listingState({ category: LAPTOPS, filters: [['ram', ['16-gb']]] })
    expect(await movedListing(old)).toEqual(listingState({ ...old, category: LATER }))
    expect((await products().findOne({ _id }))?.category).toBe(LATER)
    expect((await collections().findOne({ slug: 'portable' }))?.filter?.category).toBe(LATER)
    expect((await merchandising().findOne({}))?.scope.key).toBe(LATER)
  })

  it('is found after several moves, and so is every category below it', async () => {
    await moveCategory({ from: 'electronics', to: 'technology' })
    await moveCategory({ from: 'technology', to: 'machines' })
    for (const before of ['electronics', 'technology'])
      expect((await movedListing(listingState({ category: `${before}/laptops` })))?.category).toBe('machines/laptops')
    expect((await categoryTree()).byPath.get('machines/laptops')?.parent).toBe('machines')
  })

  it('is refused where another category is, or where it has no parent', async () => {
    for (const to of ['books/novels', 'no/such/place', `${LAPTOPS}/small`])
      await expect(moveCategory({ from: LAPTOPS, to })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(moveCategory({ from: 'no-such', to: 'books/more' })).rejects.toMatchObject({ code: 'not_found' })
    expect(await movedListing(listingState({ category: LAPTOPS }))).toBeNull()
  })
})

describe('the old address of a collection', () => {
  it('leads to the last one, survives saving, and loses against a live collection', async () => {
    await saveCollection({ ...collection('summer'), filter: { category: LAPTOPS } })
    await renameCollection({ from: 'summer', to: 'autumn' })
    await renameCollection({ from: 'autumn', to: 'winter' })
    await saveCollection({ ...collection('winter'), filter: { category: 'books' } })
    const moved = async (slug: string) => (await movedListing(listingState({ collection: slug })))?.collection
    expect([await moved('summer'), await moved('autumn'), await moved('winter')]).toEqual([
      'winter',
      'winter',
      undefined,
    ])
    await saveCollection({ ...collection('summer'), filter: { category: LAPTOPS } })
    expect(await moved('summer')).toBeUndefined()
    await expect(renameCollection({ from: 'summer', to: 'winter' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

const collection = (slug: string) => ({
  slug,
  name: slug,
  description: '',
  tint: 'mint' as const,
  order: 0,
  status: 'active' as const,
})
