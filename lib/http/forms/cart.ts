import { randomUUID } from 'node:crypto'
import { renewCart } from '@/lib/auth/cart-session'
import { currentActor } from '@/lib/auth/current-actor'
import type { CartAnswer } from '@/lib/contracts/cart'
import { skuSchema } from '@/lib/contracts/common'
import * as cart from '@/lib/operations/cart'
import { type Fields, jsonAnswer, readFormPost, seeOther, wantsJson } from './form-post'

/** Cart operations, by the last segment of their path. */
const OPERATIONS = {
  add: cart.addToCart,
  change: cart.changeQuantity,
  remove: cart.removeFromCart,
  accept: cart.acceptPrices,
} as const

/**
 * Answers a form of the cart. Scripts receive JSON; a plain form is redirected to the cart page, where `?told=` says
 * what differs from the request. The first item creates a cart, and every change renews it. `isFirst` or `?first=yes`
 * asks the page to check whether the browser kept the cookie.
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
 * Returns the input of the operation. The form contains a price per variant, so that a choice works without scripts.
 */
const inputOf = (fields: Fields) => ({ ...fields, seenUnitPrice: fields[`price-${fields.sku}`] })
