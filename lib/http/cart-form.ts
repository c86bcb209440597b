import { skuSchema } from '@/lib/contracts/common'
import type { Failure } from '@/lib/errors'
import { jsonAnswer, readFormPost, seeOther, wantsJson } from './form-post'

type Fields = Record<string, string>
type Answer = { ok: true; outcome: { notice: { type: string } | null } | null } | Failure

/** Answers a form of the cart: JSON to scripts; to a plain form a redirect to the cart, which says by `?told=` what was not as wished. */
export async function answerCartForm(request: Request, run: (fields: Fields) => Promise<Answer>): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const answer = await run(fields)
  if (wantsJson(request)) return jsonAnswer(answer)
  const told = answer.ok ? answer.outcome?.notice?.type : answer.code
  return seeOther(told ? `/cart?${new URLSearchParams({ told, ...skuOf(fields) })}` : '/cart')
}

const skuOf = ({ sku }: Fields): Fields => (sku && skuSchema.safeParse(sku).success ? { sku } : {})
