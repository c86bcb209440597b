import { skuSchema } from '@/lib/contracts/common'
import { DomainError, type ErrorCode } from '@/lib/errors'
import { readFormPost, seeOther } from './form-post'

type Fields = Record<string, string>
type Answer =
  | { ok: true; outcome: { notice: { type: string } | null } | null }
  | { ok: false; code: ErrorCode | 'unexpected' }

/**
 * Answers a form of the cart: JSON to scripts (`accept: application/json`), and to a plain form a redirect to the cart,
 * which says what was not as wished by `?told=`. The status of a JSON answer follows its code.
 */
export async function answerCartForm(request: Request, run: (fields: Fields) => Promise<Answer>): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const answer = await run(fields)
  if (request.headers.get('accept') === 'application/json')
    return Response.json(answer, { status: answer.ok ? 200 : statusOf(answer.code), headers: NO_STORE })
  const told = answer.ok ? answer.outcome?.notice?.type : answer.code
  return seeOther(told ? `/cart?${new URLSearchParams({ told, ...skuOf(fields) })}` : '/cart')
}

const NO_STORE = { 'cache-control': 'no-store' }
const statusOf = (code: ErrorCode | 'unexpected') => (code === 'unexpected' ? 500 : new DomainError(code, '').status)
const skuOf = ({ sku }: Fields): Fields => (sku && skuSchema.safeParse(sku).success ? { sku } : {})
