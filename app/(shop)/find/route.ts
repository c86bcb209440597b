import { answerFind } from '@/lib/http/find'

/** Where the search of the shop sends what was typed: leads on to the one address of the listing that was understood. */
export const GET = (request: Request): Promise<Response> => answerFind(request)
