import { answerJson, parseQuery } from '@/lib/api/json'
import { suggestQuerySchema } from '@/lib/contracts/listing'
import { suggest } from '@/lib/services/suggestions'

/** What the search field offers while one types: `?q=lem` → completions, categories and products. */
export const GET = (request: Request): Promise<Response> =>
  answerJson(() => suggest(parseQuery(request, suggestQuerySchema).q))
