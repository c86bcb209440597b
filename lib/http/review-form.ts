import { reviewPlaceSchema } from '@/lib/contracts/reviews'
import { reviewsUrl } from '@/lib/domain/reviews/review'
import type { Failure } from '@/lib/errors'
import { jsonAnswer, readFormPost, seeOther, wantsJson } from './form-post'

type Fields = Record<string, string>
type Answer = { ok: true } | Failure

/**
 * Answers a small form of a review: JSON to scripts; to a plain form a redirect to the reviews that it stood among
 * (`slug`, `stars`, `sort`, `page` of the form), which say by `?told=` what became of it.
 */
export async function answerReviewForm(
  request: Request,
  form: { run: (fields: Fields) => Promise<Answer>; done?: string },
): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const answer = await form.run(fields)
  if (wantsJson(request)) return jsonAnswer(answer)
  const place = reviewPlaceSchema.safeParse(fields)
  if (!place.success) return seeOther('/')
  const told = answer.ok ? form.done : answer.code
  const url = reviewsUrl(place.data.slug, place.data)
  const query = told ? `${url.includes('?') ? '&' : '?'}told=${told}` : ''
  return seeOther(`${url}${query}#reviews`)
}
