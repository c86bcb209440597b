import { randomUUID } from 'node:crypto'
import { renewCart } from '@/lib/auth/cart-session'
import { currentActor } from '@/lib/auth/current-actor'
import { type CartAnswer, type CartLine, type RemovedLine, removedLineSchema } from '@/lib/contracts/cart'
import { skuSchema } from '@/lib/contracts/common'
import { typedQuantity } from '@/lib/domain/cart'
import * as cart from '@/lib/operations/cart'
import { viewRemovedLine } from '@/lib/services/cart/cart'
import { type Fields, jsonAnswer, readFormPost, seeOther, wantsJson } from './form-post'
import { keepSentForm, readSentForm } from './sent-form'

const PAGE = '/cart'

/** Operations of the cart forms, by the last segment of the form's address. */
const OPERATIONS = {
  add: cart.addToCart,
  change: cart.changeQuantity,
  remove: cart.removeFromCart,
  accept: cart.acceptPrices,
} as const

type FormName = keyof typeof OPERATIONS

/**
 * Handles the cart forms. A script gets the result as JSON; without a script, the browser is redirected to the cart
 * page, where `?told=` reports an error, a reduced quantity or a removal. Adding the first item creates a cart, and
 * every change renews it. For a new cart, `isFirst` or `?first=yes` makes the page check whether the browser kept the
 * cookie.
 */
export async function answerCartForm(request: Request, name: FormName): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const actor = await currentActor()
  const cartId = actor.cartId ?? (name === 'add' ? randomUUID() : null)
  const answer: CartAnswer = await OPERATIONS[name].execute(inputOf(fields), { ...actor, cartId })
  if (answer.ok && cartId) await renewCart(cartId)
  const isFirst = answer.ok && actor.cartId === null
  if (wantsJson(request)) return jsonAnswer(isFirst ? { ...answer, isFirst } : answer)
  const notice = noticeOf(name, answer, fields)
  const query = new URLSearchParams({
    ...(notice && { told: notice, ...skuOf(fields) }),
    ...(answer.ok && answer.removed && { sent: await keepRemoved(answer.removed) }),
    ...(isFirst && { first: 'yes' }),
  })
  return seeOther(query.size > 0 ? `${PAGE}?${query}` : PAGE)
}

/** Returns the line that was removed by the form with this id; null if there is none, or if it cannot be put back. */
export async function readRemovedLine(sent: unknown): Promise<CartLine | null> {
  const { isBack, values } = await readSentForm(sent)
  const removed = isBack ? removedLineSchema.safeParse(values).data : undefined
  return removed ? viewRemovedLine(removed) : null
}

async function keepRemoved({ sku, quantity, seenUnitPrice, addedAt }: RemovedLine): Promise<string> {
  const id = randomUUID().slice(0, 8)
  const values = { sku, quantity: String(quantity), seenUnitPrice: String(seenUnitPrice), addedAt }
  await keepSentForm(PAGE, { id, values })
  return id
}

/** Returns the code of what the cart page reports; undefined if everything went as asked for. */
function noticeOf(name: FormName, answer: CartAnswer, { quantity = '' }: Fields): string | undefined {
  if (answer.ok) return answer.removed ? 'removed' : answer.outcome?.notice?.type
  if (name !== 'change' || answer.code !== 'invalid_input') return answer.code
  const typed = typedQuantity(quantity)
  return typed === 0 ? 'none_wanted' : typed === null ? 'not_whole' : answer.code
}

const skuOf = ({ sku }: Fields): Fields => (sku && skuSchema.safeParse(sku).success ? { sku } : {})

/**
 * Returns the operation's input. The form contains the shown price of every variant, so that a variant can be chosen
 * without scripts.
 */
const inputOf = (fields: Fields) => ({ ...fields, seenUnitPrice: fields[`price-${fields.sku}`] })
