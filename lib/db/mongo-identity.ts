import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MAX_TIME_MS, mongo } from './mongo'

const identitySchema = z.object({ id: z.string() })
const ID = 'catalogue'
const identities = () => mongo().collection<{ _id: string; id: string }>('identity')

/**
 * Returns the catalogue's unique id, which is created on first use. Index snapshots that contain another id are
 * discarded.
 */
export async function mongoIdentity(): Promise<string> {
  const options = { upsert: true, returnDocument: 'after' as const, maxTimeMS: MAX_TIME_MS }
  return identitySchema.parse(
    await identities().findOneAndUpdate({ _id: ID }, { $setOnInsert: { id: randomUUID() } }, options),
  ).id
}

/** Deletes the id. Call this when the whole catalogue is replaced, because that leaves no tombstones. */
export async function forgetMongoIdentity(): Promise<void> {
  await identities().deleteOne({ _id: ID }, { maxTimeMS: MAX_TIME_MS })
}
