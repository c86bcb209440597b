import type { ListingState } from './listing'
import { bareText, isExcluded, readQuery } from './query-words'
import { isSizeText } from './sizes'

/** Words of a query that were ignored, by what is to be said about them. */
export interface IgnoredTerms {
  /** What products were to be free of, though none says whether it is. */
  unsaid: string[]
  /** Sizes that are not sold. */
  sizes: string[]
  others: string[]
}

/** Groups the ignored words of a query. Words that stood together stay together: "size 30". */
export function ignoredTermsOf({
  originalQuery,
  ignoredTerms,
}: Pick<ListingState, 'originalQuery' | 'ignoredTerms'>): IgnoredTerms {
  const excluded = new Set(readQuery(originalQuery).words.flatMap((word) => (isExcluded(word) ? bareText(word) : [])))
  const runs: { isUnsaid: boolean; text: string }[] = []
  for (const term of ignoredTerms) {
    const run = runs.at(-1)
    const isNext = run !== undefined && originalQuery.includes(`${run.text} ${term}`)
    if (isNext && !excluded.has(term) && (run.isUnsaid || /^sizes?$/i.test(run.text))) run.text += ` ${term}`
    else runs.push({ isUnsaid: excluded.has(term), text: term })
  }
  const texts = (kind: (run: (typeof runs)[number]) => boolean) => runs.filter(kind).map(({ text }) => text)
  return {
    unsaid: texts(({ isUnsaid }) => isUnsaid),
    sizes: texts(({ isUnsaid, text }) => !isUnsaid && isSizeText(text)),
    others: texts(({ isUnsaid, text }) => !isUnsaid && !isSizeText(text)),
  }
}
