import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tags } from '@/lib/cache'
import { collections, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { deleteCollection, saveCollection } from '../merchandising/collections'
import { saveMerchandising } from '../merchandising/placements'
import { emptyStores, givenProduct, LAPTOPS, loggedExpiries } from '../testing/fixtures'
import { removeProduct } from './product-removal'

/** Maximum duration of a write: about half a minute, and the same again when the driver retries it. */
const MAX_SECONDS_OF_A_WRITE = 66

beforeEach(() => emptyStores())
afterEach(() => void vi.restoreAllMocks())

const save = () =>
  saveCollection({
    slug: 'desk',
    name: 'Desk',
    description: '',
    tint: 'mint',
    order: 0,
    status: 'active',
    products: [],
  })
const pin = (pinned: string[]) => saveMerchandising({ scope: { type: 'category', key: LAPTOPS }, pinned, buried: [] })
const remove = async () => removeProduct((await products().findOne())!._id.toHexString())

const CHANGES = [
  ['saving a collection', save, 'updateOne', tags.collection('desk')],
  ['deleting a collection', () => deleteCollection('desk'), 'deleteOne', tags.collection('desk')],
  ['pinning a product', () => pin(['a'.repeat(24)]), 'updateOne', tags.listing(LAPTOPS)],
  ['unpinning all', () => pin([]), 'deleteOne', tags.listing(LAPTOPS)],
  ['removing a product', remove, 'deleteOne', tags.listing(LAPTOPS)],
] as const

it.each(CHANGES)(
  '%s logs its page expiry before the write, for a time when the write is certainly over',
  async (_, change, method, page) => {
    await givenProduct({ sku: 'A' })
    let logged: Awaited<ReturnType<typeof loggedExpiries>> = []
    vi.spyOn(Object.getPrototypeOf(collections()), method).mockImplementationOnce(async () => {
      logged = await loggedExpiries()
      throw new Error('killed')
    })
    await expect(change()).rejects.toThrow('killed')
    expect(logged).toHaveLength(1)
    expect(logged[0]?.tags).toContain(page)
    expect(logged[0]?.seconds).toBeGreaterThan(MAX_SECONDS_OF_A_WRITE)
    expect(await loggedExpiries(), 'a failed write expires nothing further').toHaveLength(1)
  },
)

it.each(CHANGES)('%s expires its pages at once, too', async (_, change, _method, page) => {
  await givenProduct({ sku: 'A' })
  await change()
  const [later, atOnce] = await loggedExpiries()
  expect(atOnce?.tags).toContain(page)
  expect(atOnce?.seconds).toBeLessThan(1)
  expect(later?.tags).toContain(page)
})

it('a written change remains, and its pages are expired later, if Postgres fails in between', async () => {
  const written = Object.getPrototypeOf(collections())
  const updateOne = written.updateOne
  vi.spyOn(written, 'updateOne').mockImplementationOnce(async function (this: unknown, ...given: unknown[]) {
    vi.spyOn(postgres(), '$transaction').mockRejectedValueOnce(new Error('gone'))
    return updateOne.apply(this, given)
  })
  await save()
  expect(await collections().countDocuments({ slug: 'desk' })).toBe(1)
  expect((await loggedExpiries()).map((entry) => entry.tags)).toEqual([
    [tags.collection('desk'), tags.collections, tags.absent],
  ])
})
