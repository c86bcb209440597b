import { type Collection, type Document, MongoClient } from 'mongodb'
import { type APIRequestContext, expect, test } from 'playwright/test'
import { mongoDatabaseName } from '@/lib/db/mongo-database'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { announced } from './support/shop'
import { announcedPaths } from './support/sitemap'

test.describe('a former address', () => {
  let mongo: MongoClient
  const old = `once-called-${Date.now()}`

  test.beforeAll(async () => {
    mongo = await MongoClient.connect(joinRunningStore(loadSettings('production')).mongodbUri)
  })
  test.afterAll(() => mongo?.close())

  const collection = (name: string): Collection =>
    mongo.db(mongoDatabaseName(process.env.MONGODB_URI ?? '')).collection(name)
  const locationOf = (request: APIRequestContext, path: string) => async () => {
    const answer = await request.get(path, { maxRedirects: 0 })
    const location = answer.headersArray().find(({ name }) => name.toLowerCase() === 'location')?.value
    return [answer.status(), location?.replace(/^https?:\/\/[^/]+/, '')]
  }

  /** Gives a document a former address while `look` runs. */
  async function withFormer(of: Collection, filter: Document, field: string, look: () => Promise<void>) {
    await of.updateOne(filter, { $set: { [field]: [old] } })
    try {
      await look()
    } finally {
      await of.updateOne(filter, { $unset: { [field]: '' } })
    }
  }

  test('of a product and its reviews redirects permanently to the current one', async ({ request }) => {
    const path = (await announced(request)).products[5]!
    await withFormer(collection('products'), { slug: path.replace('/p/', '') }, 'formerSlugs', async () => {
      expect(await locationOf(request, `/p/${old}`)()).toEqual([308, path])
      expect(await locationOf(request, `/p/${old}/reviews?stars=5`)()).toEqual([308, `${path}/reviews?stars=5`])
    })
  })

  test('of a category redirects with its filters', async ({ request }) => {
    const path = (await announced(request)).categories.find((one) => one.split('/').length > 3)!
    await withFormer(collection('categories'), { path: path.replace('/c/', '') }, 'formerPaths', async () => {
      // Waits until the category tree, which is cached for a second, has the former path. A search page uses it, and is
      // not cached.
      const finds = async () => (await (await request.get(`/search?in=${old}&sort=price`)).text()).includes(`"${path}`)
      await expect.poll(finds).toBe(true)
      expect(await locationOf(request, `/c/${old}`)()).toEqual([308, path])
      expect(await locationOf(request, `/c/${old}/~/sort=price`)()).toEqual([308, `${path}/~/sort=price`])
    })
  })

  test('of a collection redirects', async ({ request }) => {
    const paths = await announcedPaths(async (path) => (await request.get(path)).text())
    const path = paths.find((one) => one.startsWith('/collections/'))!
    const filter = { slug: path.replace('/collections/', '') }
    await withFormer(collection('collections'), filter, 'formerSlugs', async () => {
      expect(await locationOf(request, `/collections/${old}/~/sort=price`)()).toEqual([308, `${path}/~/sort=price`])
    })
  })
})
