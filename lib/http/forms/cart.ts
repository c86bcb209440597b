import { randomUUID } from 'node:crypto'
import { renewCart } from '@/lib/auth/cart-session'
import { currentActor } from '@/lib/auth/current-actor'
import type { CartAnswer } from '@/lib/contracts/cart'
import { skuSchema } from '@/lib/contracts/common'
import * as cart from '@/lib/operations/cart'
import { type Fields, jsonAnswer, readFormPost, seeOther, wantsJson } from './form-post'

/** Operations of the cart forms, by the last segment of the form's address. */
const OPERATIONS = {
  add: cart.addToCart,
  change: cart.changeQuantity,
  remove: cart.removeFromCart,
  accept: cart.acceptPrices,
} as const

/**
 * Handles the cart forms. A script gets the result as JSON; without a script, the browser is redirected to the cart
 * page, where `?told=` reports an error or a reduced quantity. Adding the first item creates a cart, and every change
 * renews it. For a new cart, `isFirst` or `?first=yes` makes the page check whether the browser kept the cookie.
 */
export async function answerCartForm(request: Request, name: keyof typeof OPERATIONS): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const actor = await currentActor()
  const cartId = actor.cartId ?? (name === 'add' ? randomUUID() : null)
  const answer: CartAnswer = await OPERATIONS[name].execute(inputOf(fields), { ...actor, cartId })
  if (answer.ok && cartId) await renewCart(cartId)
  const isFirst = answer.ok && actor.cartId === null
  if (wantsJson(request)) return jsonAnswer(isFirst ? { ...answer, isFirst } : answer)
  const notice = answer.ok ? answer.outcome?.notice?.type : answer.code
  const query = new URLSearchParams({
    ...(notice && { told: notice, ...skuOf(fields) }),
    ...(isFirst && { first: 'yes' }),
  })
  return seeOther(query.size > 0 ? `/cart?${query}` : '/cart')
}

const skuOf = ({ sku }: Fields): Fields => (sku && skuSchema.safeParse(sku).success ? { sku } : {})

/**
 * Returns the operation's input. The form contains the shown price of every variant, so that a variant can be chosen
 * without scripts.
 */
const inputOf = (fields: Fields) => ({ ...fields, seenUnitPrice: fields[`price-${fields.sku}`] })
