import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { ledgerBeforeSales } from '@/lib/db/price-ledger'
import { lowestPriceBefore, PRICE_HISTORY_DAYS, type PriceRecord } from '@/lib/domain/pricing/pricing'
import { emptyStores } from '../testing/fixtures'
import { lowestPricesBefore } from './prices'

const NOW = new Date('2026-06-01T12:00:00Z')
const daysAgo = (days: number) => new Date(Number(NOW) - days * 86_400_000)

beforeEach(() => emptyStores())

const write = (histories: Map<string, PriceRecord[]>) =>
  postgres().priceChange.createMany({
    data: [...histories].flatMap(([sku, records]) =>
      records.map((record) => ({ sku, productId: 'a'.repeat(24), ...record })),
    ),
  })

// Few distinct days, so that changes coincide, and prices and sales often start or end exactly 30 days apart.
const day = fc.integer({ min: -2, max: 80 })
const record = fc.tuple(fc.integer({ min: 1, max: 9 }), day, fc.option(fc.integer({ min: 1, max: 45 }))).map(
  ([price, begun, length]): PriceRecord => ({
    price,
    validFrom: daysAgo(begun),
    validUntil: length === null ? null : daysAgo(begun - length),
  }),
)
// One price per moment, because the ledger does not define the order of two prices at the same moment.
const history = fc.uniqueArray(record, { selector: ({ validFrom }) => Number(validFrom), maxLength: 12 })

describe('the reference price of a reduction', () => {
  it('is the same from the relevant rows as from the whole ledger', async () => {
    const histories = fc.array(history, { minLength: 150, maxLength: 150 })
    await fc.assert(
      fc.asyncProperty(histories, async (drawn) => {
        await postgres().$executeRaw`TRUNCATE "PriceChange"`
        const bySku = new Map(drawn.map((records, index) => [`SKU-${index}`, records]))
        await write(bySku)
        const expected = [...bySku].flatMap(([sku, records]) => {
          const price = lowestPriceBefore(records, NOW)
          return price === null ? [] : [[sku, price] as const]
        })
        const found = await lowestPricesBefore([...bySku.keys()], NOW)
        expect([...found].sort()).toEqual(expected.sort())
      }),
      { numRuns: 8 },
    )
  })

  it('needs few rows, however often the price changed before', async () => {
    const old = Array.from(
      { length: 400 },
      (_, n): PriceRecord => ({ price: n + 1, validFrom: daysAgo(800 - n), validUntil: null }),
    )
    const sale = { price: 5, validFrom: daysAgo(3), validUntil: daysAgo(-3) }
    await write(
      new Map([
        ['LAMP', [...old, sale]],
        ['SOFA', old],
      ]),
    )
    const ledgers = await ledgerBeforeSales(['LAMP', 'SOFA'], NOW, PRICE_HISTORY_DAYS)
    expect([...ledgers]).toMatchObject([['LAMP', [{ price: 400 }, { price: 5 }]]])
    expect(await lowestPricesBefore(['LAMP', 'SOFA'], NOW)).toEqual(new Map([['LAMP', 400]]))
  })
})
