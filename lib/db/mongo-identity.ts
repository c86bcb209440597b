import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MAX_TIME_MS, mongo } from './mongo'

const identitySchema = z.object({ id: z.string() })
const ID = 'catalogue'
const identities = () => mongo().collection<{ _id: string; id: string }>('identity')

/** What tells this catalogue from any other: given by whoever asks first. What an index kept of another is of no use to it. */
export async function mongoIdentity(): Promise<string> {
  const options = { upsert: true, returnDocument: 'after' as const, maxTimeMS: MAX_TIME_MS }
  return identitySchema.parse(
    await identities().findOneAndUpdate({ _id: ID }, { $setOnInsert: { id: randomUUID() } }, options),
  ).id
}

/** To be called by whoever replaces the whole catalogue, which bears no tombstones. */
export async function forgetMongoIdentity(): Promise<void> {
  await identities().deleteOne({ _id: ID }, { maxTimeMS: MAX_TIME_MS })
}
