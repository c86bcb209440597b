import type { HelpPageName } from './help-pages'

/** Words of questions that a help page answers. */
const TOPICS: [page: HelpPageName, words: RegExp][] = [
  [
    'delivery',
    /^(?:deliver(?:y|ies|ed|s)?|shipping|shipped|shipment|ships?|postage|dispatch(?:ed)?|courier|tracking)$/,
  ],
  ['returns', /^(?:returns?|returned|returning|refunds?|refunded|exchanges?|withdrawal|warranty|guarantee|repairs?)$/],
  ['terms', /^(?:terms|conditions|agb)$/],
  ['privacy', /^(?:privacy|gdpr|tracked)$/],
  ['imprint', /^(?:imprint|impressum|contact|email|helpline|hotline|complaints?)$/],
]

/** Returns the help pages that answer a query, in menu order. */
export function helpTopics(query: string): HelpPageName[] {
  const words = query.toLowerCase().match(/\p{L}+/gu) ?? []
  return TOPICS.flatMap(([page, topic]) => (words.some((word) => topic.test(word)) ? page : []))
}
