import { answerJson } from '@/lib/http/json'
import { readCart } from '@/lib/queries/cart'

/** What is personal in the static pages: the visitor's cart, in one call. */
export const GET = () => answerJson(readCart)
