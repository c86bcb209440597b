import { readAccountNews, readMe } from '@/lib/queries/customers'
import { answerJson } from './answer-json'

/** Returns who is signed in, as JSON for the header. Sets no cookie. */
export const answerMe = (): Promise<Response> => answerJson(readMe)

/** Returns what the account's menu tells, as JSON. */
export const answerAccountNews = (): Promise<Response> => answerJson(readAccountNews)
