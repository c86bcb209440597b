import { suggestQuerySchema } from '@/lib/contracts/listing/listing'
import { answerJsonText, parseQuery } from '@/lib/http/json'
import { getWrittenSuggestions } from '@/lib/queries/listing/suggestions'

/** What the search field offers while one types: `?q=lem` → completions, categories and products. */
export const GET = (request: Request): Promise<Response> =>
  answerJsonText(async () => getWrittenSuggestions(parseQuery(request, suggestQuerySchema).q))
