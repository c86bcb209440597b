import { QueryClient, useIsMutating, useQuery } from '@tanstack/react-query'
import { readJson } from '@/components/ui/request/read-json'
import type { CartAnswer, CartLine, CartView, QuantityOutcome } from '@/lib/contracts/cart'
import { forgetNotice, notifyShopper, openDrawer } from '../cart-drawer-state'
import { COOKIES_REFUSED, noticeText, seenPriceOf } from '../words'
import { areLinesShown, beginChange, forgetChange, isLatest, isOffered, noteAtLine, sayOf } from './last-change'
import { afterChange, type CartChange } from './optimistic'
import { announceCart, hasChangedCart } from './other-tabs'

const CART = ['cart']
const FRESH_FOR_MS = 30_000
const ANSWER_WITHIN_MS = 15_000

/** The visitor's cart, shared by all components of the page. Always empty on the server. */
export const cartClient = new QueryClient({
  // Offline changes must fail at once; if they were queued, they would look successful.
  defaultOptions: { queries: { networkMode: 'always', retry: 2 }, mutations: { networkMode: 'always' } },
})

export const useCart = () =>
  useQuery(
    // Always refetches on focus, because a tab without scripts or an order in another tab may have changed the cart
    // unnoticed.
    {
      queryKey: CART,
      queryFn: fetchCart,
      staleTime: FRESH_FOR_MS,
      refetchOnWindowFocus: () => (isSettled() ? 'always' : false),
    },
    cartClient,
  )
const isSettled = () => cartClient.isMutating({ mutationKey: CART }) === 0
export const useIsCartChanging = () => useIsMutating({ mutationKey: CART }, cartClient) > 0
/** Resolves when no change to the cart awaits the server's answer. */
export function cartIsSettled(): Promise<void> {
  return new Promise((resolve) => {
    if (isSettled()) return resolve()
    const stop = cartClient.getMutationCache().subscribe(() => {
      if (!isSettled()) return
      stop()
      resolve()
    })
  })
}
/** Loads the cart again, after pending changes, whose expected results would otherwise vanish for a moment. */
export const refreshCart = () => cartIsSettled().then(() => cartClient.invalidateQueries({ queryKey: CART }))
/** Loads the cart again when the window gets the focus, unless it is being loaded or was always empty. */
export function refreshOnFocus(): void {
  const cart = cartClient.getQueryData<CartView>(CART)
  if (!isSettled() || (!cart?.lines.length && !hasChangedCart())) return
  void cartClient.invalidateQueries({ queryKey: CART }, { cancelRefetch: false })
}
/** Stores a cart that arrived in another way than by `fetchCart`, for example with the page. */
export const setCart = (cart: CartView) => cartClient.setQueryData<CartView>(CART, cart)
/** Stores the cart that the server sent with a page, unless a change that it might lack is pending. */
export const setSentCart = (cart: CartView) => isSettled() && setCart(cart)

/**
 * Changes the cart. Shows the expected result at once, then the actual one. Tells the shopper if they differ, and
 * reverts failed changes. Changes are sent one after another. What was said about earlier changes ends.
 */
export function changeCart(change: CartChange, removed?: { line: CartLine; height: number }): Promise<void> {
  forgetNotice()
  const number = beginChange(removed)
  if (change.type === 'change') wanted.set(change.sku, change.quantity)
  return cartClient
    .getMutationCache()
    .build<CartAnswer | null, Error, CartChange, CartView | undefined>(cartClient, {
      mutationKey: CART,
      scope: { id: 'cart' },
      mutationFn: send,
      onMutate: async () => {
        await cartClient.cancelQueries({ queryKey: CART })
        const before = cartClient.getQueryData<CartView>(CART)
        cartClient.setQueryData<CartView>(CART, (cart) => afterChange(cart, change))
        return before
      },
      onSuccess: (result, _, before) => {
        if (!result) return
        settle(result.ok ? result.cart : before)
        if (result.ok) announceCart()
        if (!result.ok)
          return refuse(number, isSoldOut(result, change) ? `${change.line.name} is sold out, sorry.` : result.message)
        if (result.outcome?.notice) tellReduced(number, skuOf(change), result.outcome)
        else if (change.type === 'add') sayOf(number, `${change.line.name} is in your cart.`)
      },
      onError: (_error, _change, before) => {
        settle(before)
        refuse(number, 'We did not hear back from the shop, so your cart shows what it had before. Please try again.')
      },
    })
    .execute(change)
    .then(
      () => {},
      () => {}, // onError has already told the shopper
    )
}

// Shows the cart only after the last pending change; until then, the expected results stay visible.
function settle(cart: CartView | undefined): void {
  if (cart && cartClient.isMutating({ mutationKey: CART }) === 1) setCart(cart)
}

const isSoldOut = (result: { code: string }, change: CartChange): change is Extract<CartChange, { type: 'add' }> =>
  result.code === 'out_of_stock' && change.type === 'add'

const skuOf = (change: CartChange) =>
  change.type === 'add' ? change.line.sku : change.type === 'accept' ? '' : change.sku

/** Says at the line why its quantity is lower than requested, unless the shopper has changed the cart again. */
function tellReduced(change: number, sku: string, { quantity, notice }: QuantityOutcome): void {
  if (!notice || !isLatest(change)) return
  if (areLinesShown()) noteAtLine({ sku, type: notice.type, quantity }, noticeText(notice))
  else notifyShopper('warn', noticeText(notice))
}

function refuse(change: number, message: string): void {
  if (isLatest(change)) forgetChange()
  notifyShopper('danger', message)
  void refreshCart()
}

/**
 * Removes a line, and offers to put it back. `height` is its height on the screen. The second click of a double click
 * does nothing.
 */
export function removeLine(line: CartLine, height: number): void {
  if (!isOffered(line.sku)) void changeCart({ type: 'remove', sku: line.sku }, { line, height })
}

/** Puts a removed line back to where it was, with the quantity that it had. */
export function putBack(line: CartLine): void {
  const { quantity, addedAt } = line
  void changeCart({ type: 'add', line, quantity, putBack: { addedAt, seenUnitPrice: seenPriceOf(line) } })
}

/** Adds units of a SKU to the cart and opens the drawer. */
export function addToCart(line: Extract<CartChange, { type: 'add' }>['line'], quantity: number): void {
  openDrawer()
  void changeCart({ type: 'add', line, quantity })
}

// The latest wanted quantity of each SKU. Outdated changes are not sent: of five quick presses on +, only the first and
// the last.
const wanted = new Map<string, number>()

async function send(change: CartChange): Promise<CartAnswer | null> {
  if (change.type === 'change' && wanted.get(change.sku) !== change.quantity) return null
  const answer = fetch(`/cart/${change.type}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fieldsOf(change)),
    keepalive: true,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  const result = await readJson(
    answer,
    contract().then(({ cartAnswerSchema }) => cartAnswerSchema),
  )
  if (result.ok && result.isFirst && !(await isCartKept()))
    return { ok: false, code: 'cookies_refused', message: COOKIES_REFUSED }
  return result
}

/** Returns whether the browser kept the cart cookie that it has just received. */
const isCartKept = () =>
  fetchCart({ signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    ({ lines }) => lines.length > 0,
    () => true, // if there is no answer, assume that it did
  )

function fieldsOf(change: CartChange): Record<string, string> {
  switch (change.type) {
    case 'accept':
      return {}
    case 'remove':
      return { sku: change.sku }
    case 'change':
      return { sku: change.sku, quantity: String(change.quantity) }
    case 'add': {
      const { sku, unitPrice } = change.line
      const { seenUnitPrice = unitPrice, addedAt } = change.putBack ?? {}
      return {
        sku,
        quantity: String(change.quantity),
        [`price-${sku}`]: String(seenUnitPrice),
        ...(addedAt && { addedAt }),
      }
    }
  }
}

const fetchCart = ({ signal }: { signal: AbortSignal }): Promise<CartView> =>
  readJson(
    fetch('/api/cart', { signal, headers: { accept: 'application/json' } }),
    contract().then(({ cartViewSchema }) => cartViewSchema),
  )

const contract = () => import('@/lib/contracts/cart')
