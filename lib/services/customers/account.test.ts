import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { placeOrder } from '../checkout/checkout'
import { reorder, viewReorder } from '../orders/reorder'
import { emptyStores, givenCart, givenProduct, guestInput, jobsIn } from '../testing/fixtures'
import { browser, createPerson, signIn } from '../testing/people'
import { addAddress, changeAddress, deleteAddress, listAddresses } from './addresses'
import { confirmClaim, requestClaim } from './claims'
import { accountNews, listOrders } from './orders'
import { confirmEmailChange, profileOf, requestEmailChange, setNotice } from './profile'
import { challengeToken } from './sign-in/challenges'
import { joinWhatIsTheirs } from './sign-in/entry'

let ines: string
let mara: string

beforeEach(async () => {
  await emptyStores()
  ines = await createPerson({ email: 'ines@example.com' })
  mara = await createPerson({ email: 'mara@example.com' })
})

const { address } = guestInput(0)
const input = (userId: string, street = 'Lange Reihe 28') => ({
  userId,
  address: { ...address, street },
  isDefault: false,
  isInvoiceDefault: false,
})
const streets = async (userId: string) =>
  (await listAddresses(userId)).map((saved) => `${saved.address.street}${saved.isDefault ? ' *' : ''}`)

async function order(email: string, userId?: string) {
  await givenProduct({ sku: `SKU-${randomUUID().slice(0, 8).toUpperCase()}`, price: 6_000, onHand: 20 })
  const { sku } = await postgres().inventory.findFirstOrThrow({ orderBy: { updatedAt: 'desc' } })
  return placeOrder({ cartId: await givenCart({ sku }), userId, input: guestInput(6_000, { email }) })
}

async function tokenOf(kind: string): Promise<string> {
  return challengeToken((await postgres().authChallenge.findFirstOrThrow({ where: { kind } })).id)
}

describe('addresses', () => {
  it('have one default: the first, until another takes its place or it is deleted', async () => {
    const { id: first } = await addAddress(input(ines))
    await addAddress(input(ines, 'Koppel 7'))
    expect(await streets(ines)).toEqual(['Lange Reihe 28 *', 'Koppel 7'])
    await addAddress({ ...input(ines, 'Am Kanal 3'), isDefault: true })
    expect(await streets(ines)).toEqual(['Am Kanal 3 *', 'Lange Reihe 28', 'Koppel 7'])
    const { id } = (await listAddresses(ines))[0]!
    expect(await deleteAddress(ines, id)).toMatchObject({ newDefault: { id: first, isDefault: true } })
    expect(await streets(ines)).toEqual(['Lange Reihe 28 *', 'Koppel 7'])
  })

  it('never have two defaults, even if ten become it at once', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => addAddress({ ...input(ines, `Street ${n}`), isDefault: true })),
    )
    expect((await listAddresses(ines)).filter(({ isDefault }) => isDefault)).toHaveLength(1)
  })

  it('of somebody else can be neither read, changed nor deleted', async () => {
    const { id } = await addAddress(input(ines))
    expect(await listAddresses(mara)).toEqual([])
    await expect(changeAddress({ ...input(mara, 'Elsewhere 1'), id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await deleteAddress(mara, id)).toBeNull()
    expect(await streets(ines)).toEqual(['Lange Reihe 28 *'])
  })
})

describe('orders', () => {
  it('of a guest join the account with their address at the next sign-in, in any spelling', async () => {
    const { number } = await order('Ines@EXAMPLE.com')
    await order('somebody@example.com')
    const joined = await joinWhatIsTheirs({ userId: ines, guestCartId: null, isCheckingOut: false })
    expect(joined).toMatchObject({ orders: 1, isCartDone: true })
    expect((await listOrders(ines, { words: '', state: 'all', page: 1 })).orders).toMatchObject([{ number }])
    expect((await joinWhatIsTheirs({ userId: ines, guestCartId: null, isCheckingOut: false })).orders).toBe(0)
  })

  it('are found by number and by name, and only by their owner', async () => {
    const { number } = await order('ines@example.com', ines)
    const search = (userId: string, words: string, state: 'all' | 'open' | 'done' = 'all') =>
      listOrders(userId, { words, state, page: 1 }).then(({ count }) => count)
    expect(await search(ines, number)).toBe(1)
    expect(await search(ines, 'product sku')).toBe(1)
    expect(await search(ines, 'teepot')).toBe(0)
    expect(await search(ines, '%')).toBe(0)
    expect(await search(ines, '', 'open')).toBe(1)
    expect(await search(ines, '', 'done')).toBe(0)
    expect(await search(mara, number)).toBe(0)
    expect(await accountNews(ines)).toMatchObject({ orders: 1, next: { number } })
    expect(await accountNews(mara)).toEqual({ orders: 0, next: null })
  })

  it('placed with another address join by a link that is sent there', async () => {
    const { id, number } = await order('old@example.com')
    const digits = Number(number.replace(/\D/g, ''))
    await requestClaim({ userId: ines, number: digits, email: 'wrong@example.com' })
    expect(await jobsIn('mail.account')).toEqual([])
    await requestClaim({ userId: ines, number: digits, email: 'OLD@example.com' })
    const token = await tokenOf('order_claim')
    expect(await confirmClaim(token)).toEqual({ orderId: id })
    expect((await accountNews(ines)).orders).toBe(1)
    await expect(confirmClaim(token)).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('of another account are never moved, whatever its owner presses', async () => {
    const { id, number } = await order('mara@example.com', mara)
    const claim = { userId: ines, number: Number(number.replace(/\D/g, '')), email: 'mara@example.com' }
    await requestClaim(claim)
    expect(await jobsIn('mail.account')).toEqual([])
    await postgres().order.update({ where: { id }, data: { userId: null } })
    await requestClaim(claim)
    await joinWhatIsTheirs({ userId: mara, guestCartId: null, isCheckingOut: false })
    await expect(confirmClaim(await tokenOf('order_claim'))).rejects.toMatchObject({ code: 'expired_link' })
    expect([(await accountNews(ines)).orders, (await accountNews(mara)).orders]).toEqual([0, 1])
  })

  it('can be had again as far as there is stock, and not by others', async () => {
    const { id } = await order('ines@example.com', ines)
    const [line] = (await viewReorder(ines, id))!.lines
    expect(line).toMatchObject({ wanted: 1, quantity: 1, paid: 6_000, price: 6_000 })
    const cartId = randomUUID()
    expect(await reorder({ userId: ines, orderId: id, cartId })).toBe(1)
    expect(await viewReorder(mara, id)).toBeNull()
    await expect(reorder({ userId: mara, orderId: id, cartId })).rejects.toMatchObject({ code: 'not_found' })
    await postgres().inventory.updateMany({ data: { onHand: 0 } })
    await expect(reorder({ userId: ines, orderId: id, cartId })).rejects.toMatchObject({ code: 'out_of_stock' })
  })
})

describe('a profile', () => {
  it('has a new e-mail address once its link is used, which is told to both', async () => {
    await requestEmailChange({ userId: ines, email: 'ines@example.com' }, 'new@example.com')
    expect(await profileOf(ines)).toMatchObject({ email: 'ines@example.com', newEmail: 'new@example.com' })
    await confirmEmailChange(await tokenOf('email_change'), browser())
    expect(await profileOf(ines)).toMatchObject({ email: 'new@example.com', newEmail: null })
    const notices = await jobsIn('mail.account-notice')
    expect(notices).toContainEqual(expect.objectContaining({ notice: 'email_changed', to: 'ines@example.com' }))
    expect(notices).toHaveLength(2)
  })

  it('never takes the address of another account', async () => {
    await requestEmailChange({ userId: ines, email: 'ines@example.com' }, 'Mara@example.com')
    const change = confirmEmailChange(await tokenOf('email_change'), browser())
    await expect(change).rejects.toMatchObject({ code: 'expired_link' })
    expect(await profileOf(ines)).toMatchObject({ email: 'ines@example.com' })
  })

  it('has notices that are switched off and on, each by itself', async () => {
    await Promise.all([setNotice(ines, 'price_drop', false), setNotice(ines, 'back_in_stock', false)])
    expect((await profileOf(ines)).muted.sort()).toEqual(['back_in_stock', 'price_drop'])
    await setNotice(ines, 'price_drop', true)
    await setNotice(ines, 'news', true)
    expect(await profileOf(ines)).toMatchObject({ muted: ['back_in_stock'], wantsNews: true })
  })
})

describe('a sign-in with a browser that the account does not know', () => {
  it('is told by mail, but not the first one, and not a known browser', async () => {
    const phone = browser()
    await signIn(ines, phone)
    await signIn(ines, phone)
    expect(await jobsIn('mail.account-notice')).toEqual([])
    await signIn(ines, browser())
    expect(await jobsIn('mail.account-notice')).toMatchObject([{ notice: 'new_device', device: 'Firefox on Windows' }])
  })
})
