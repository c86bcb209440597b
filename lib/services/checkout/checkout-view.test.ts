import { beforeAll, expect, it } from 'vitest'
import { getCart } from '../cart/cart'
import { countQueries, queriesOf } from '../testing/counted'
import { emptyStores, givenCart, givenProduct } from '../testing/fixtures'
import { getCheckout } from './checkout-view'
import { quote } from './quote'

beforeAll(async () => {
  await countQueries()
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 4_800 })
  await givenProduct({ sku: 'BOOK', price: 1_200, category: 'books/novels', returnExcluded: 'periodical' })
})

it('the checkout agrees with the cart and both quotes, and reads everything once', async () => {
  const cartId = await givenCart({ sku: 'LAMP' }, { sku: 'BOOK', quantity: 2 })
  const now = new Date()
  const { result, mongo, postgres } = await queriesOf(() => getCheckout(cartId, 'AT', now))
  expect(mongo.sort()).toEqual(['find categories', 'find products'])
  expect(postgres.filter((sql) => sql.includes('FROM "public"."CartItem"'))).toHaveLength(1)
  expect(postgres.filter((sql) => sql.includes('FROM "public"."Setting"'))).toHaveLength(1)
  expect(result).toEqual({
    cart: await getCart(cartId, now),
    exclusions: { BOOK: 'periodical' },
    quotes: {
      STANDARD: await quote(cartId, { country: 'AT', deliveryMethod: 'STANDARD' }, now),
      EXPRESS: await quote(cartId, { country: 'AT', deliveryMethod: 'EXPRESS' }, now),
    },
  })
})

it('a cart with nothing to buy has no quotes', async () => {
  expect((await getCheckout(null, 'DE')).quotes).toBeNull()
  expect((await getCheckout(await givenCart(), 'DE')).quotes).toBeNull()
})
