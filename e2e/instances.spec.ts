import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ObjectId } from 'mongodb'
import type { APIRequestContext, Page } from 'playwright/test'
import type { ImportedProduct } from '@/lib/contracts/catalog/product-import'
import type { GuardedChild } from '@/lib/dev/launcher/process/guarded-child'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { spawnTool } from '@/lib/dev/launcher/process/tool'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { addToCart, announced, fillCheckout, orderButton } from './support/shop'
import { expect, test } from './support/test'

const PAGE_MS = 3_000
const LISTING_MS = 8_000
/** How long an instance is away; NEXUS_AWAY_SECONDS=60 for the long run. */
const AWAY_MS = Number(process.env.NEXUS_AWAY_SECONDS || 6) * 1_000

test.describe('two instances, of which only one is asked to change something', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 + 2 * AWAY_MS })

  let second: GuardedChild
  let port: number
  let origins: string[]
  let category: string
  const products: string[] = []
  let services: Awaited<ReturnType<typeof loadServices>>

  test.beforeAll(async ({ playwright, baseURL }) => {
    joinRunningStore(loadSettings('production'))
    services = await loadServices()
    const request = await playwright.request.newContext({ baseURL })
    const { categories } = await announced(request)
    category = categories.sort((a, b) => b.split('/').length - a.split('/').length)[0]!.slice('/c/'.length)
    port = await freePort()
    origins = [baseURL!, `http://127.0.0.1:${port}`]
    await start(request)
    await request.dispose()
  })

  test.afterAll(async () => {
    await second?.stop()
    for (const id of products) await services.removeProduct(id)
    await services?.close()
  })

  const start = async (request: APIRequestContext) => {
    second = spawnTool('next', ['start', '--port', String(port)])
    const status = () =>
      request
        .get(`${origins[1]}/api/health`, { timeout: 5_000 })
        .then((answer) => answer.status())
        .catch(() => 0)
    await expect.poll(status, { timeout: 60_000 }).toBe(200)
  }

  /** A product of its own, that both instances have shown on its page and first in the listing. */
  async function given(request: APIRequestContext, changes: Changes = {}) {
    const product = newProduct(category, changes)
    products.push(String(product.product._id))
    await services.importProducts([product], { actor: 'test' })
    const { slug, name } = product.product
    const listing = `/c/${category}/~/sort=newest`
    const seen = { page: says(request, `/p/${slug}`, name), listing: says(request, listing, name) }
    await expect.poll(seen.page, { timeout: 20_000 }).toEqual([true, true])
    await expect.poll(seen.listing, { timeout: 20_000 }).toEqual([true, true])
    return { ...product, slug, listing }
  }

  /** Whether these words stand on the page, for each instance. */
  const says = (request: APIRequestContext, path: string, words: string) => () =>
    Promise.all(origins.map(async (origin) => (await (await request.get(origin + path)).text()).includes(words)))

  /** Both pages change within three seconds, both listings within eight. */
  async function expectBoth(pages: () => Promise<boolean[]>, listings: () => Promise<boolean[]>, isThere = true) {
    const all = [isThere, isThere]
    const began = Date.now()
    await expect.poll(pages, { timeout: PAGE_MS, intervals: [50] }).toEqual(all)
    await expect.poll(listings, { timeout: LISTING_MS - (Date.now() - began), intervals: [50] }).toEqual(all)
  }

  async function expectPriceOnBoth(request: APIRequestContext, price: number) {
    const { slug, listing, ...product } = await given(request)
    const words = `€${(price / 100).toFixed(2)}`
    await services.importProducts([withPrice(product, price)], { actor: 'test' })
    await expectBoth(says(request, `/p/${slug}`, words), says(request, listing, words))
  }

  test('both show a new price', async ({ request }) => expectPriceOnBoth(request, 1_17))

  test('both show the end of a sale at its moment', async ({ request }) => {
    const endsAt = new Date(Date.now() + 25_000)
    const sale = { price: 1_23, startsAt: new Date(Date.now() - 60_000), endsAt }
    const { slug, listing } = await given(request, { sale })
    const onPages = says(request, `/p/${slug}`, '€1.23')
    const onListings = says(request, listing, '€1.23')
    expect([await onPages(), await onListings()]).toEqual([
      [true, true],
      [true, true],
    ])
    await services.lookForSalesNow()
    await sleep(Math.max(0, Number(endsAt) - Date.now()))
    await expectBoth(onPages, onListings, false)
  })

  test('both show that the last unit was sold', async ({ page, request }) => {
    const { slug, listing, product } = await given(request, { onHand: 1 })
    await buy(page, `${origins[1]}/p/${slug}`)
    const card = new RegExp(`${product.name}(?:(?!</article>).)*Sold out`, 's')
    const soldOnListings = () =>
      Promise.all(origins.map(async (origin) => card.test(await (await request.get(origin + listing)).text())))
    await expectBoth(says(request, `/p/${slug}`, 'schema.org/OutOfStock'), soldOnListings)
  })

  test('both forget a product that was deleted', async ({ request }) => {
    const { slug, listing, product } = await given(request)
    await services.removeProduct(String(product._id))
    const statuses = async () => {
      const answers = await Promise.all(origins.map((origin) => request.get(`${origin}/p/${slug}`)))
      return answers.map((answer) => answer.status() !== 404)
    }
    await expectBoth(statuses, says(request, listing, product.name), false)
  })

  test('one that was halted for a while catches up', async ({ request }) => {
    const { slug, listing, ...product } = await given(request)
    process.kill(second.process.pid!, 'SIGSTOP')
    await services.importProducts([withPrice(product, 1_37)], { actor: 'test' })
    await sleep(AWAY_MS)
    process.kill(second.process.pid!, 'SIGCONT')
    await expectBoth(says(request, `/p/${slug}`, '€1.37'), says(request, listing, '€1.37'))
    await expectPriceOnBoth(request, 1_47)
  })

  test('one that is started again shows nothing from before', async ({ request }) => {
    const { slug, listing, ...product } = await given(request)
    await second.stop()
    await services.importProducts([withPrice(product, 1_57)], { actor: 'test' })
    await start(request)
    expect(await says(request, `/p/${slug}`, '€1.57')()).toEqual([true, true])
    await expect.poll(says(request, listing, '€1.57'), { timeout: LISTING_MS }).toEqual([true, true])
  })
})

async function buy(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await addToCart(page)
  await page.goto(new URL('/checkout', address).href)
  await fillCheckout(page)
  await orderButton(page).click()
  await page.waitForURL('**/orders/**')
}

interface Changes {
  onHand?: number
  sale?: { price: number; startsAt: Date; endsAt: Date }
}

function newProduct(category: string, { onHand = 10, sale }: Changes): ImportedProduct {
  const mark = randomBytes(4).toString('hex')
  const sku = `TWO-${mark.toUpperCase()}`
  const createdAt = new Date(Date.now() - 60_000)
  const prices = [{ sku, price: 50_00, validFrom: createdAt, validUntil: null }]
  return {
    product: {
      _id: new ObjectId(),
      slug: `two-instances-${mark}`,
      status: 'active',
      name: `Twofold ${mark}`,
      tagline: '',
      description: '',
      brand: 'Halden',
      category,
      images: [],
      specs: {},
      variants: [{ sku, options: {}, price: 50_00, sale }],
      rating: { average: 0, count: 0 },
      popularity: 0,
      createdAt,
    },
    stock: [{ sku, onHand }],
    prices,
  }
}

function withPrice({ product, stock, prices }: ImportedProduct, price: number): ImportedProduct {
  return {
    product: { ...product, variants: product.variants.map((variant) => ({ ...variant, price })) },
    stock,
    prices,
  }
}

/** The store's own services on the databases of the running store; loaded late, for they read the environment. */
async function loadServices() {
  const [{ importProducts }, { removeProduct }, { closePostgres, postgres }, { closeMongo }] = await Promise.all([
    import('@/lib/services/catalog/product-import'),
    import('@/lib/services/catalog/product-removal'),
    import('@/lib/db/postgres'),
    import('@/lib/db/mongo'),
  ])
  return {
    importProducts,
    removeProduct,
    /** The job looks at once what is next, and not within the minute. */
    lookForSalesNow: () => postgres().$executeRaw`
      UPDATE pgboss.job SET start_after = now() WHERE name = 'sales.boundary' AND state = 'created'`,
    close: async () => {
      await Promise.all([closePostgres(), closeMongo()])
    },
  }
}
