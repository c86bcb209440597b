import { type SynonymDocument, synonymDocumentSchema } from '@/lib/contracts/merchandising/synonym'
import { MAX_TIME_MS, synonyms } from '@/lib/db/mongo'

/** Maximum number of synonym rules read; the most recently changed ones are kept. */
export const MAX_SYNONYMS = 2_000

/**
 * Returns the synonym rules, the most recently changed first. Invalid rules are logged and skipped, so that search
 * keeps working.
 */
export async function findSynonyms(): Promise<SynonymDocument[]> {
  const documents = await synonyms()
    .find({}, { sort: { updatedAt: -1 }, limit: MAX_SYNONYMS, maxTimeMS: MAX_TIME_MS })
    .toArray()
  return documents.flatMap((document) => {
    const { data, error } = synonymDocumentSchema.safeParse(document)
    if (error) console.error(`[search] Synonym rule ${document._id} is ignored, it is invalid:`, error.message)
    return data ?? []
  })
}

/** Returns the synonym rules in the index's format. */
export async function readSynonyms(): Promise<{ sets: string[][]; oneWay: { from: string; to: string[] }[] }> {
  const rules = await findSynonyms()
  return {
    sets: rules.flatMap(({ mappingType, synonyms }) => (mappingType === 'equivalent' ? [synonyms] : [])),
    oneWay: rules.flatMap(({ mappingType, input = [], synonyms }) =>
      mappingType === 'explicit' ? input.map((from) => ({ from, to: synonyms })) : [],
    ),
  }
}

/** Returns a value that changes when a synonym rule is added, changed or removed; cheap to poll. */
export async function synonymsStamp(): Promise<string> {
  const [latest, count] = await Promise.all([
    synonyms().findOne({}, { sort: { updatedAt: -1 }, projection: { updatedAt: 1 }, maxTimeMS: MAX_TIME_MS }),
    synonyms().estimatedDocumentCount({ maxTimeMS: MAX_TIME_MS }),
  ])
  return `${count} ${latest ? Number(latest.updatedAt) : 0}`
}
