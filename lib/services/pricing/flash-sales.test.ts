import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, givenProduct } from '../testing/fixtures'
import { flashSales } from './flash-sales'

const HOUR = 3_600_000
const now = new Date()
const inHours = (hours: number) => new Date(Number(now) + hours * HOUR)

beforeEach(async () => {
  await emptyStores()
})

/** Creates a product whose price was reduced from 10 euros an hour ago. */
async function givenSale(sku: string, endsAt: Date, onHand: number) {
  const sale = { price: 700, startsAt: inHours(-1), endsAt }
  const { _id } = await givenProduct({ sku, price: 1000, sale, onHand })
  const productId = _id.toHexString()
  await postgres().priceChange.createMany({
    data: [
      { sku, productId, price: 1000, validFrom: inHours(-2400) },
      { sku, productId, price: 700, validFrom: sale.startsAt, validUntil: endsAt },
    ],
  })
}

describe('flash sales', () => {
  it('are those in stock that end first, however many others are sold out', async () => {
    for (let n = 0; n < 30; n++) await givenSale(`GONE-${n}`, inHours(1), 0)
    for (const [n, sku] of ['D', 'C', 'B', 'A', 'E'].entries()) await givenSale(sku, inHours(2 + n), 3)
    const sales = await flashSales(now)
    expect(sales.map(({ card, left, of }) => [card.sku, left, of])).toEqual([
      ['D', 3, 3],
      ['C', 3, 3],
      ['B', 3, 3],
      ['A', 3, 3],
    ])
  })
})
