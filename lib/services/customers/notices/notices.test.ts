import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres, transaction } from '@/lib/db/postgres'
import { release, reserve } from '../../inventory/inventory'
import { announceSaleBoundaries } from '../../pricing/sales'
import { emptyStores, givenProduct, jobsIn } from '../../testing/fixtures'
import { createPerson } from '../../testing/people'
import { setNotice } from '../profile'
import { challengeToken } from '../sign-in/challenges'
import { saveProduct } from '../wishlists/items'
import { notifyPriceDrops, priceDropRecipient } from './price-drops'
import {
  cleanUpStockNotices,
  confirmGuestNotice,
  findDueNotice,
  notifyBackInStock,
  requestGuestNotice,
  requestNotice,
  stopNotice,
} from './stock-notices'
import { findSubscription, switchSubscription, unsubscribeToken } from './unsubscribe'

const DAY_MS = 86_400_000
const EMAIL = 'guest@example.com'

let ines: string

beforeEach(async () => {
  await emptyStores()
  ines = await createPerson()
})

/** Returns units of a SKU to stock, and runs the jobs that this enqueues. */
async function restock(sku = 'A'): Promise<void> {
  await transaction((tx) => release(tx, [{ sku, quantity: 2 }], { reason: 'RETURN', actor: 'test' }))
  if ((await jobsIn('stock.back')).length > 0) await notifyBackInStock(sku)
}

async function askAsGuest({ sku = 'A', email = EMAIL, network = randomUUID() } = {}): Promise<string> {
  await requestGuestNotice({ sku, email, network })
  const { id } = await postgres().authChallenge.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return challengeToken(id)
}

describe('a person who waits for a SKU', () => {
  beforeEach(() => givenProduct({ sku: 'A', onHand: 0 }))

  it('is told once when it comes back, however often they asked', async () => {
    await requestNotice({ userId: ines, sku: 'A' })
    await requestNotice({ userId: ines, sku: 'A' })
    await restock()
    const mails = await jobsIn('mail.stock-notice')
    expect(mails).toHaveLength(1)
    const { noticeId } = mails[0] as { noticeId: string }
    expect(await findDueNotice(noticeId)).toEqual({ sku: 'A', email: 'ines@example.com', userId: ines })
    await notifyBackInStock('A')
    expect(await jobsIn('mail.stock-notice')).toHaveLength(1)
  })

  it('is told once if two jobs run at the same time', async () => {
    await requestNotice({ userId: ines, sku: 'A' })
    await transaction((tx) => release(tx, [{ sku: 'A', quantity: 1 }], { reason: 'RETURN', actor: 'test' }))
    await Promise.all([notifyBackInStock('A'), notifyBackInStock('A')])
    expect(await jobsIn('mail.stock-notice')).toHaveLength(1)
  })

  it('goes on waiting if it is sold out again before the job runs', async () => {
    await requestNotice({ userId: ines, sku: 'A' })
    const line = [{ sku: 'A', quantity: 1 }]
    await transaction((tx) => release(tx, line, { reason: 'RETURN', actor: 'test' }))
    await transaction((tx) => reserve(tx, line, { reason: 'SALE', actor: 'test' }))
    await notifyBackInStock('A')
    expect(await jobsIn('mail.stock-notice')).toEqual([])
    await restock()
    expect(await jobsIn('mail.stock-notice')).toHaveLength(1)
  })

  it('can change their mind, and nobody else can for them', async () => {
    const maya = await createPerson({ email: 'maya@example.com' })
    await requestNotice({ userId: ines, sku: 'A' })
    await stopNotice({ userId: maya, sku: 'A' })
    expect(await postgres().stockNotice.count()).toBe(1)
    await stopNotice({ userId: ines, sku: 'A' })
    await restock()
    expect(await jobsIn('mail.stock-notice')).toEqual([])
  })

  it('is not told if they have switched such mails off since, but asking switches them on', async () => {
    await setNotice(ines, 'back_in_stock', false)
    await requestNotice({ userId: ines, sku: 'A' })
    await restock()
    const [{ noticeId }] = (await jobsIn('mail.stock-notice')) as [{ noticeId: string }]
    expect(await findDueNotice(noticeId)).not.toBeNull()
    await setNotice(ines, 'back_in_stock', false)
    expect(await findDueNotice(noticeId)).toBeNull()
  })

  it('cannot wait for what is in stock, or is not sold', async () => {
    await givenProduct({ sku: 'B' })
    await expect(requestNotice({ userId: ines, sku: 'B' })).rejects.toMatchObject({ code: 'out_of_date' })
    await expect(requestNotice({ userId: ines, sku: 'NONE' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is forgotten a month after the mail', async () => {
    await requestNotice({ userId: ines, sku: 'A' })
    await restock()
    await cleanUpStockNotices()
    expect(await postgres().stockNotice.count()).toBe(1)
    await cleanUpStockNotices(new Date(Date.now() + 31 * DAY_MS))
    expect(await postgres().stockNotice.count()).toBe(0)
  })
})

it('units that are added to stock enqueue nothing', async () => {
  await givenProduct({ sku: 'A', onHand: 1 })
  await restock()
  expect(await jobsIn('stock.back')).toEqual([])
})

describe('a guest', () => {
  beforeEach(() => givenProduct({ sku: 'A', onHand: 0 }))

  it('is told only after they confirmed their address, with a link that works once', async () => {
    const token = await askAsGuest()
    expect(await postgres().stockNotice.count()).toBe(0)
    await confirmGuestNotice(token)
    await expect(confirmGuestNotice(token)).rejects.toMatchObject({ code: 'expired_link' })
    await restock()
    const [{ noticeId }] = (await jobsIn('mail.stock-notice')) as [{ noticeId: string }]
    expect(await findDueNotice(noticeId)).toEqual({ sku: 'A', email: EMAIL, userId: null })
  })

  it('is told at once if it came back before they confirmed', async () => {
    const token = await askAsGuest()
    await restock()
    await confirmGuestNotice(token)
    expect(await jobsIn('stock.back')).toHaveLength(2)
  })

  it('gets one mail for one SKU, whatever the spelling of the address', async () => {
    for (const email of [EMAIL, EMAIL.toUpperCase()]) await confirmGuestNotice(await askAsGuest({ email }))
    await restock()
    expect(await jobsIn('mail.stock-notice')).toHaveLength(1)
  })

  it('gets the same answer and the same mail whether or not the address has an account', async () => {
    for (const email of ['ines@example.com', EMAIL])
      expect(await requestGuestNotice({ sku: 'A', email, network: randomUUID() })).toBeUndefined()
    expect(await jobsIn('mail.account')).toHaveLength(2)
  })

  it('is asked three times an hour at most, and ten times from one network', async () => {
    for (let time = 0; time < 3; time++) await askAsGuest()
    await expect(askAsGuest({ email: EMAIL.toUpperCase() })).rejects.toMatchObject({ code: 'too_many_requests' })
    const network = randomUUID()
    for (let time = 0; time < 10; time++) await askAsGuest({ email: `guest${time}@example.com`, network })
    const more = askAsGuest({ email: 'another@example.com', network })
    await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  it('can switch the mails off with the link of one of them, which ends all they wait for', async () => {
    await givenProduct({ sku: 'B', onHand: 0 })
    for (const sku of ['A', 'B']) await confirmGuestNotice(await askAsGuest({ sku }))
    await restock('A')
    const { id: noticeId } = await postgres().stockNotice.findFirstOrThrow({ where: { sku: 'A' } })
    const token = unsubscribeToken({ noticeId }, 'back_in_stock')
    expect(await findSubscription(token)).toMatchObject({ email: EMAIL, isOn: true, canSwitchOn: false })
    await switchSubscription(token, false)
    expect(await findSubscription(token)).toMatchObject({ isOn: false })
    expect(await postgres().stockNotice.count({ where: { notifiedAt: null } })).toBe(0)
  })
})

describe('a price that falls', () => {
  const since = new Date(Date.now() - DAY_MS)

  /** Creates a product that cost 55 euros, saves it, and lowers its price to 44 euros. */
  async function givenDrop(sku = 'A', { onHand = 5, begun = new Date(Date.now() - 60_000) } = {}): Promise<string> {
    const { _id } = await givenProduct({ sku, price: 4400, onHand })
    const productId = _id.toHexString()
    await saveProduct(ines, { productId })
    await postgres().priceChange.createMany({
      data: [
        { sku, productId, price: 5500, validFrom: new Date(0) },
        { sku, productId, price: 4400, validFrom: begun },
      ],
    })
    return productId
  }

  it('is told to who saved the product, once in seven days', async () => {
    const productIds = [await givenDrop()]
    await Promise.all([notifyPriceDrops({ productIds, since }), notifyPriceDrops({ productIds, since })])
    const mails = await jobsIn('mail.price-drop')
    expect(mails).toEqual([{ id: expect.any(String), userId: ines, sku: 'A', before: 5500, after: 4400 }])
    await notifyPriceDrops({ productIds, since }, new Date(Date.now() + 6 * DAY_MS))
    expect(await jobsIn('mail.price-drop')).toHaveLength(1)
    await notifyPriceDrops({ productIds, since }, new Date(Date.now() + 8 * DAY_MS))
    expect(await jobsIn('mail.price-drop')).toHaveLength(2)
  })

  it('is not told to who switched such mails off, or took the product off', async () => {
    const productIds = [await givenDrop()]
    await setNotice(ines, 'price_drop', false)
    expect(await priceDropRecipient(ines)).toBeNull()
    await notifyPriceDrops({ productIds, since })
    await setNotice(ines, 'price_drop', true)
    await postgres().wishlistItem.updateMany({ data: { removedAt: new Date() } })
    await notifyPriceDrops({ productIds, since })
    expect(await jobsIn('mail.price-drop')).toEqual([])
  })

  it('is not told if the product is sold out, or the price fell before', async () => {
    const soldOut = await givenDrop('A', { onHand: 0 })
    const long = await givenDrop('B', { begun: new Date(Date.now() - 3 * DAY_MS) })
    await notifyPriceDrops({ productIds: [soldOut, long], since })
    expect(await jobsIn('mail.price-drop')).toEqual([])
  })

  it('is looked for when a sale of a saved product begins', async () => {
    const startsAt = new Date(Date.now() - 1_000)
    const sale = { price: 4400, startsAt, endsAt: new Date(Date.now() + DAY_MS) }
    const [saved] = [await givenProduct({ sku: 'A', sale }), await givenProduct({ sku: 'B', sale })]
    await saveProduct(ines, { productId: saved._id.toHexString() })
    await announceSaleBoundaries({ from: since, to: new Date() })
    expect(await jobsIn('price.drops')).toEqual([{ productIds: [saved._id.toHexString()], since: since.toISOString() }])
  })
})

describe('the link that switches mails off', () => {
  it('works for one kind of one person, again and again, and back', async () => {
    const token = unsubscribeToken({ userId: ines }, 'price_drop')
    expect(await findSubscription(token)).toEqual({
      notice: 'price_drop',
      email: 'ines@example.com',
      isOn: true,
      canSwitchOn: true,
    })
    await switchSubscription(token, false)
    await switchSubscription(token, false)
    const { mutedNotices } = await postgres().user.findUniqueOrThrow({ where: { id: ines } })
    expect(mutedNotices).toEqual(['price_drop'])
    await switchSubscription(token, true)
    expect(await findSubscription(token)).toMatchObject({ isOn: true })
  })

  it.each(['', 'nonsense', 'changed person', 'changed kind', 'changed signature'])(
    'is refused with a token that is %j',
    async (fault) => {
      const maya = await createPerson({ email: 'maya@example.com' })
      const token = unsubscribeToken({ userId: ines }, 'price_drop')
      const tokens: Record<string, string> = {
        'changed person': token.replace(ines, maya),
        'changed kind': token.replace('price_drop', 'news'),
        'changed signature': `${token.slice(0, -2)}AA`,
      }
      const wrong = tokens[fault] ?? fault
      await expect(switchSubscription(wrong, false)).rejects.toMatchObject({ code: 'expired_link' })
      await expect(findSubscription(wrong)).rejects.toMatchObject({ code: 'expired_link' })
    },
  )
})
