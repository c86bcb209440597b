import { type SynonymDocument, synonymDocumentSchema } from '@/lib/contracts/merchandising/synonym'
import { MAX_TIME_MS, synonyms } from '@/lib/db/mongo'

/** So many rules are read, the latest ones. */
export const MAX_SYNONYMS = 2_000

/** All rules, the latest first. One that is not sound is left out and reported: it must not take search with it. */
export async function findSynonyms(): Promise<SynonymDocument[]> {
  const documents = await synonyms()
    .find({}, { sort: { updatedAt: -1 }, limit: MAX_SYNONYMS, maxTimeMS: MAX_TIME_MS })
    .toArray()
  return documents.flatMap((document) => {
    const { data, error } = synonymDocumentSchema.safeParse(document)
    if (error) console.error(`[search] The synonyms ${document._id} do not fit their schema:`, error.message)
    return data ?? []
  })
}

/** The rules in the form of the index. */
export async function readSynonyms(): Promise<{ sets: string[][]; oneWay: { from: string; to: string[] }[] }> {
  const rules = await findSynonyms()
  return {
    sets: rules.flatMap(({ mappingType, synonyms }) => (mappingType === 'equivalent' ? [synonyms] : [])),
    oneWay: rules.flatMap(({ mappingType, input = [], synonyms }) =>
      mappingType === 'explicit' ? input.map((from) => ({ from, to: synonyms })) : [],
    ),
  }
}

/** Another one tells that a rule came, went or changed: cheap to ask for again and again. */
export async function synonymsStamp(): Promise<string> {
  const [latest, count] = await Promise.all([
    synonyms().findOne({}, { sort: { updatedAt: -1 }, projection: { updatedAt: 1 }, maxTimeMS: MAX_TIME_MS }),
    synonyms().estimatedDocumentCount({ maxTimeMS: MAX_TIME_MS }),
  ])
  return `${count} ${latest ? Number(latest.updatedAt) : 0}`
}
