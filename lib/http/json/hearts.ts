import { currentActor } from '@/lib/auth/current-actor'
import { changeHearts } from '@/lib/operations/customers/wishlists'
import { readHearts } from '@/lib/queries/customers/wishlists'
import { jsonAnswer, readJsonPost } from '../forms/form-post'
import { answerOf } from '../forms/plain-form'
import { answerJson } from './answer-json'

/** Returns the products on the person's lists as JSON: `{ productIds: [ID, …] }`. */
export const answerHearts = (): Promise<Response> => answerJson(readHearts)

/** Changes what the person has saved: `{ do: 'save', productId: ID }`, for example. */
export async function answerHeartChange(request: Request): Promise<Response> {
  const post = await readJsonPost(request)
  if (post instanceof Response) return post
  return jsonAnswer(await answerOf(async () => changeHearts.execute(post.body, await currentActor())))
}
