import type { APIRequestContext } from 'playwright/test'
import { closeMongo } from '@/lib/db/mongo'
import { closePostgres } from '@/lib/db/postgres'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { ListingTruth } from '@/lib/services/testing/listing-truth'
import { expect, test } from './support/test'

const LISTINGS = 200

test.beforeAll(() => {
  joinRunningStore(loadSettings('production'))
})
test.afterAll(() => Promise.all([closeMongo(), closePostgres()]))

test(`every count on ${LISTINGS} random listings matches both databases`, async ({ request }) => {
  test.setTimeout(240_000)
  let truth = await ListingTruth.read()
  let counted = 0
  for (let seed = 0; seed < LISTINGS; seed++) {
    const state = truth.randomState(seed)
    // Retry, because other tests buy products meanwhile, and because cached listings may be slightly out of date.
    await expect(async () => {
      const page = await countsOn(request, state)
      const isRight = () => JSON.stringify(page) === JSON.stringify(expected(truth, state, page))
      if (!isRight()) truth = await ListingTruth.read()
      expect(page, listingUrl(state)).toEqual(expected(truth, state, page))
      counted += page.values.length
    }).toPass({ timeout: 20_000 })
  }
  expect(counted).toBeGreaterThan(LISTINGS * 5)
})

interface Counts {
  total: number
  inStock: number
  values: [key: string, slug: string, count: number][]
}

const expected = (truth: ListingTruth, state: ListingState, { values, inStock }: Counts): Counts => ({
  total: truth.countOf(state),
  // The page hides the "in stock" filter if it would leave no products.
  inStock: inStock === 0 ? 0 : truth.countOf(listingState({ ...state, inStock: true })),
  values: values.map(([key, slug]) => [key, slug, truth.countWith(state, key, slug)]),
})

const INPUT =
  /<input type="checkbox"[^>]*?name="(\w+)"[^>]*?value="([\w-]+)"[^>]*>.*?(?:class="count">|<small>)([\d,]+)</gs

/** Returns the counts that a listing page shows. */
async function countsOn(request: APIRequestContext, state: ListingState): Promise<Counts> {
  const html = (await (await request.get(listingUrl(state))).text()).replaceAll('<!-- -->', '')
  const aside = html.slice(html.indexOf('<aside'), html.indexOf('</aside>'))
  const found = [...aside.matchAll(INPUT)].map(([, key = '', slug = '', count = '']) => ({
    key,
    slug,
    count: number(count),
  }))
  const [, total = '0'] = /role="status">([\d,]+) /.exec(html) ?? []
  return {
    total: number(total),
    inStock: found.find(({ key }) => key === 'stock')?.count ?? 0,
    values: found
      .flatMap(({ key, slug, count }) => (key === 'stock' ? [] : [[key, slug, count] as const]))
      .map(([...value]) => value),
  }
}

const number = (text: string) => Number(text.replaceAll(',', ''))
