import { ObjectId } from 'mongodb'
import type { Synonym, SynonymDocument } from '@/lib/contracts/merchandising/synonym'
import { MAX_TIME_MS, synonyms } from '@/lib/db/mongo'
import { DomainError } from '@/lib/errors'
import { findSynonyms } from '@/lib/search/sync/synonym-store'

/** A synonym rule with its id and last change. JSON-safe. */
export type SynonymView = Synonym & { id: string; updatedAt: string }

/** Returns all synonym rules, most recently changed first. */
export async function listSynonyms(): Promise<SynonymView[]> {
  return (await findSynonyms()).map(toView)
}

/**
 * Saves the rule with this id, or creates one if `id` is missing; returns its id. Throws `not_found` for an unknown id.
 */
export async function saveSynonym({ id, rule }: { id?: string; rule: Synonym }): Promise<string> {
  const { mappingType, synonyms: terms } = rule
  const _id = new ObjectId(id)
  const input = rule.mappingType === 'explicit' ? { $set: { input: rule.input } } : { $unset: { input: true as const } }
  const { matchedCount, upsertedCount } = await synonyms().updateOne(
    { _id },
    { ...input, $set: { ...input.$set, mappingType, synonyms: terms }, $currentDate: { updatedAt: true } },
    { upsert: id === undefined, maxTimeMS: MAX_TIME_MS },
  )
  if (matchedCount + upsertedCount === 0) throw new DomainError('not_found', 'These synonyms no longer exist.')
  return _id.toHexString()
}

/** Deletes a rule, if it exists. */
export async function deleteSynonym(id: string): Promise<void> {
  await synonyms().deleteOne({ _id: new ObjectId(id) }, { maxTimeMS: MAX_TIME_MS })
}

function toView({ _id, mappingType, input = [], synonyms, updatedAt }: SynonymDocument): SynonymView {
  const rule = mappingType === 'explicit' ? { mappingType, input, synonyms } : { mappingType, synonyms }
  return { id: _id.toHexString(), ...rule, updatedAt: updatedAt.toISOString() }
}
