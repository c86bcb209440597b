import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalogueChangeSchema } from '@/lib/contracts/catalog/catalogue-change'
import { collections, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { deleteCollection, saveCollection } from '../merchandising/collections'
import { saveMerchandising } from '../merchandising/placements'
import { givenProduct, LAPTOPS, openStore } from '../testing/fixtures'
import { removeProduct } from './product-removal'

/** Longer than the store waits for MongoDB, which is half a minute, and as long again when the driver repeats a write. */
const MOST_SECONDS_OF_A_WRITE = 66

beforeEach(() => openStore())
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
  ['saving a collection', save, 'replaceOne', { collections: ['desk'] }],
  ['deleting a collection', () => deleteCollection('desk'), 'deleteOne', { collections: ['desk'] }],
  ['pinning a product', () => pin(['a'.repeat(24)]), 'updateOne', { categories: [LAPTOPS] }],
  ['unpinning all', () => pin([]), 'deleteOne', { categories: [LAPTOPS] }],
  ['removing a product', remove, 'deleteOne', { categories: [LAPTOPS] }],
] as const

it.each(CHANGES)(
  '%s has a job for its pages before it is written, that runs when it surely is',
  async (_, change, method, pages) => {
    await givenProduct({ sku: 'A' })
    let jobs: Awaited<ReturnType<typeof waiting>> = []
    vi.spyOn(Object.getPrototypeOf(collections()), method).mockImplementationOnce(async () => {
      jobs = await waiting()
      throw new Error('killed')
    })
    await expect(change()).rejects.toThrow('killed')
    expect(jobs).toMatchObject([{ data: pages }])
    expect(jobs[0]?.seconds).toBeGreaterThan(MOST_SECONDS_OF_A_WRITE)
    expect(await waiting(), 'nothing tells of what was not written').toHaveLength(1)
  },
)

it.each(CHANGES)('%s tells its pages at once, too', async (_, change, _method, pages) => {
  await givenProduct({ sku: 'A' })
  await change()
  const [atOnce, later] = await waiting()
  expect(atOnce).toMatchObject({ data: pages })
  expect(atOnce?.seconds).toBeLessThan(1)
  expect(later).toMatchObject({ data: pages })
})

it('a change that was written stands, and its pages follow, also where Postgres goes away in between', async () => {
  const written = Object.getPrototypeOf(collections())
  const replaceOne = written.replaceOne
  vi.spyOn(written, 'replaceOne').mockImplementationOnce(async function (this: unknown, ...given: unknown[]) {
    vi.spyOn(postgres(), '$transaction').mockRejectedValueOnce(new Error('gone'))
    return replaceOne.apply(this, given)
  })
  await save()
  expect(await collections().countDocuments({ slug: 'desk' })).toBe(1)
  expect(await waiting()).toMatchObject([{ data: { collections: ['desk'] } }])
})

/** The jobs that tell pages, the next one first, and in how many seconds each runs. */
async function waiting() {
  const jobs = await postgres().$queryRaw<{ data: unknown; seconds: number }[]>`
    SELECT data, extract(epoch FROM start_after - now())::float AS seconds FROM pgboss.job
    WHERE name = 'catalogue.changed' ORDER BY start_after`
  return jobs.map(({ data, seconds }) => ({ data: catalogueChangeSchema.parse(data), seconds }))
}
