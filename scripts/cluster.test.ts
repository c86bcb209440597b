import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedProduct } from '@/lib/contracts/catalog/product-import'
import { type Cluster, type Instance, startCluster } from '@/lib/dev/launcher/cluster/cluster'
import { freePort } from '@/lib/dev/launcher/process/ports'
import { givenBuiltStore } from '@/lib/dev/testing/built-store'
import { PlainBrowser } from '@/lib/dev/testing/plain-browser'
import { type ScriptEnvironment, startScript } from '@/lib/dev/testing/script-run'

const PAGE_MS = 3_000
const LISTING_MS = 8_000
/** Time limit for the first page of a new product; it is generous, because freshness is not measured there. */
const FIRST_MS = 20_000
/** How long an instance is paused. Set NEXUS_AWAY_SECONDS=60 for a longer pause. */
const AWAY_MS = Number(process.env.NEXUS_AWAY_SECONDS || 6) * 1_000
const CATEGORY = 'electronics/laptops'
const LISTING = `/c/${CATEGORY}/~/sort=newest`

let env: ScriptEnvironment
let services: Awaited<ReturnType<typeof loadServices>>

beforeAll(async () => {
  env = await givenBuiltStore('cluster')
  Object.assign(process.env, { ...env, NODE_ENV: 'test' })
  services = await loadServices()
  await services.seed({ products: 60, orders: 0 })
}, 900_000)

afterAll(() => services?.close())

describe('npm run cluster', () => {
  it('starts two instances and two workers behind a proxy, and stops them all', async () => {
    const run = startScript('cluster', { ...env, PORT: String(await freePort()) })
    await run.until('Ctrl-C stops everything')
    const url = /Store\s+(\S+)/.exec(run.output)?.[1] ?? ''
    const pids = [...run.output.matchAll(/^ {2}(?:instance|worker) \d .*?pid (\d+)/gm)].map(([, pid]) => Number(pid))
    expect(pids).toHaveLength(4)
    const pages = await Promise.all(Array.from({ length: 4 }, () => fetch(`${url}/c/${CATEGORY}`)))
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await run.stop()
    expect(pids.filter(isAlive)).toEqual([])
    await expect(fetch(url)).rejects.toThrow()
  }, 240_000)
})

describe('two instances, of which only one is asked to change something', () => {
  let cluster: Cluster
  let first: Instance
  let second: Instance

  beforeAll(async () => {
    cluster = await startCluster({ env })
    ;[first, second] = cluster.instances as [Instance, Instance]
  }, 240_000)

  afterAll(() => cluster?.stop(), 60_000)

  const textOf = async (instance: Instance, path: string) => (await fetch(instance.url + path)).text()

  /** Returns a function that resolves to one boolean per instance: whether its page contains the text. */
  const contain = (path: string, words: string | RegExp) => () =>
    Promise.all(cluster.instances.map(async (instance) => new RegExp(words).test(await textOf(instance, path))))

  /** Imports a product and waits until both instances show it, on its own page and in the listing. */
  async function given(changes: Changes = {}) {
    const product = newProduct(changes)
    await services.importProducts([product], { actor: 'test' })
    const { slug, name } = product.product
    const both = [true, true]
    await expect.poll(contain(`/p/${slug}`, name), { timeout: FIRST_MS }).toEqual(both)
    await expect.poll(contain(LISTING, name), { timeout: FIRST_MS }).toEqual(both)
    return { ...product, slug, name }
  }

  /** Expects the product's page to change within three seconds on both instances, and the listing within eight. */
  async function expectBoth(pages: () => Promise<boolean[]>, listings: () => Promise<boolean[]>, isThere = true) {
    const all = [isThere, isThere]
    const began = Date.now()
    await expect.poll(pages, { timeout: PAGE_MS, interval: 50 }).toEqual(all)
    await expect.poll(listings, { timeout: LISTING_MS - (Date.now() - began), interval: 50 }).toEqual(all)
  }

  async function expectPriceOnBoth(price: number) {
    const { slug, ...product } = await given()
    const words = `€${(price / 100).toFixed(2)}`
    await services.importProducts([withPrice(product, price)], { actor: 'test' })
    await expectBoth(contain(`/p/${slug}`, words), contain(LISTING, words))
  }

  it('both show a new price', () => expectPriceOnBoth(1_17), 60_000)

  it('both show the end of a sale at its moment', async () => {
    const endsAt = new Date(Date.now() + 25_000)
    const { slug } = await given({ sale: { price: 1_23, startsAt: new Date(Date.now() - 60_000), endsAt } })
    const [onPages, onListings] = [contain(`/p/${slug}`, '€1.23'), contain(LISTING, '€1.23')]
    expect(await onPages()).toEqual([true, true])
    expect(await onListings()).toEqual([true, true])
    await services.lookForSalesNow()
    await sleep(Math.max(0, Number(endsAt) - Date.now()))
    await expectBoth(onPages, onListings, false)
  }, 90_000)

  it('both show that the last unit was sold', async () => {
    const { slug, name } = await given({ onHand: 1 })
    await buy(`${second.url}/p/${slug}`)
    const soldCard = new RegExp(`${name}(?:(?!</article>).)*Sold out`, 's')
    await expectBoth(contain(`/p/${slug}`, 'schema.org/OutOfStock'), contain(LISTING, soldCard))
  }, 60_000)

  it('both forget a product that was deleted', async () => {
    const { slug, name, product } = await given()
    await services.removeProduct(String(product._id))
    const isFound = () =>
      Promise.all(cluster.instances.map(async ({ url }) => (await fetch(`${url}/p/${slug}`)).status !== 404))
    await expectBoth(isFound, contain(LISTING, name), false)
  }, 60_000)

  it(
    'one that was paused for a while catches up',
    async () => {
      const { slug, ...product } = await given()
      second.pause()
      await services.importProducts([withPrice(product, 1_37)], { actor: 'test' })
      await sleep(AWAY_MS)
      second.resume()
      await expectBoth(contain(`/p/${slug}`, '€1.37'), contain(LISTING, '€1.37'))
      await expectPriceOnBoth(1_47)
    },
    90_000 + AWAY_MS,
  )

  it('one that is started again shows nothing from before', async () => {
    const { slug, ...product } = await given()
    await second.stop()
    await services.importProducts([withPrice(product, 1_57)], { actor: 'test' })
    await expect.poll(() => textOf(first, `/p/${slug}`), { timeout: PAGE_MS }).toContain('€1.57')
    await second.start()
    expect(await textOf(second, `/p/${slug}`)).toContain('€1.57')
    await expect.poll(contain(LISTING, '€1.57'), { timeout: LISTING_MS }).toEqual([true, true])
  }, 120_000)
})

/** Orders one unit of a product as a guest. */
async function buy(address: string): Promise<void> {
  const browser = new PlainBrowser()
  await browser.submit(await browser.get(address), '/cart/add', {})
  const checkout = await browser.get(new URL('/checkout', address).href)
  const { url } = await browser.submit(checkout, '/checkout/order', {
    email: 'ines@example.com',
    firstName: 'Ines',
    lastName: 'Halvorsen',
    street: 'Lange Reihe 28',
    postcode: '20099',
    city: 'Hamburg',
    country: 'DE',
    deliveryMethod: 'STANDARD',
    paymentMethod: 'BANK_TRANSFER',
  })
  expect(url).toMatch(/\/orders\/[0-9a-f-]{36}$/)
}

interface Changes {
  onHand?: number
  sale?: { price: number; startsAt: Date; endsAt: Date }
}

function newProduct({ onHand = 10, sale }: Changes): ImportedProduct {
  const mark = randomBytes(4).toString('hex')
  const sku = `TWO-${mark.toUpperCase()}`
  const createdAt = new Date(Date.now() - 60_000)
  return {
    product: {
      _id: new ObjectId(),
      slug: `two-instances-${mark}`,
      status: 'active',
      name: `Twofold ${mark}`,
      tagline: '',
      description: '',
      brand: 'Halden',
      category: CATEGORY,
      images: [],
      specs: {},
      variants: [{ sku, options: {}, price: 50_00, sale }],
      rating: { average: 0, count: 0 },
      popularity: 0,
      createdAt,
    },
    stock: [{ sku, onHand }],
    prices: [{ sku, price: 50_00, validFrom: createdAt, validUntil: null }],
  }
}

function withPrice({ product, stock, prices }: ImportedProduct, price: number): ImportedProduct {
  return {
    product: { ...product, variants: product.variants.map((variant) => ({ ...variant, price })) },
    stock,
    prices,
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Imports the store's services. This happens late, because they read the environment when they are imported. */
async function loadServices() {
  const [{ importProducts }, { removeProduct }, { closePostgres, postgres }, { closeMongo }, { seed }] =
    await Promise.all([
      import('@/lib/services/catalog/product-import'),
      import('@/lib/services/catalog/product-removal'),
      import('@/lib/db/postgres'),
      import('@/lib/db/mongo'),
      import('@/prisma/seed'),
    ])
  return {
    seed,
    importProducts,
    removeProduct,
    /** Makes the job that starts and ends sales run now instead of within a minute. */
    lookForSalesNow: () => postgres().$executeRaw`
      UPDATE pgboss.job SET start_after = now() WHERE name = 'sales.boundary' AND state = 'created'`,
    close: async () => {
      await Promise.all([closePostgres(), closeMongo()])
    },
  }
}
