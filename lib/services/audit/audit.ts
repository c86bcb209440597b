import { Prisma } from '@/lib/db/generated/client'
import { postgres, type Tx } from '@/lib/db/postgres'
import { type Facts, maskFacts, whatChanged } from '@/lib/domain/audit/masking'

/** Who changed something: a member of staff in a session, or somebody on the server, who has no account there. */
export type Auditor =
  | { via: 'office'; userId: string; sessionId: string | null }
  | { via: 'command' | 'start'; userId: null; sessionId: null }

/** Somebody who runs a command on the server. */
export const ON_THE_SERVER: Auditor = { via: 'command', userId: null, sessionId: null }

/** The start of a server. */
export const AT_THE_START: Auditor = { via: 'start', userId: null, sessionId: null }

export interface Change {
  actor: Auditor
  /** Name of the operation, such as `staff.invite`. */
  action: string
  /** What was changed. `count` is the number of things that a bulk job changed, which is one entry. */
  subject: { noun: string; id: string | null; count?: number }
  /** Its facts before the change; null if it was not there. */
  before: Facts | null
  /** Its facts after the change; null if it is gone. */
  after: Facts | null
}

/**
 * Writes a change into the audit log, in the transaction that makes it. Stores only fields that differ, and masks
 * personal values and secrets.
 */
export async function audit(tx: Tx, { actor, action, subject, before, after }: Change): Promise<void> {
  const { noun, id, count = 1 } = subject
  const changed = whatChanged(before, after)
  const stored = (facts: Facts | null) => (facts ? toJson(maskFacts(noun, facts)) : Prisma.DbNull)
  await tx.auditEntry.create({
    data: {
      ...{ via: actor.via, userId: actor.userId, sessionId: actor.sessionId },
      ...{ action, noun, subject: id, count },
      before: stored(changed.before),
      after: stored(changed.after),
    },
  })
}

const toJson = (facts: Facts): Prisma.InputJsonObject => JSON.parse(JSON.stringify(facts))

/** Returns the newest entries about something, the newest first. */
export async function entriesAbout(noun: string, id: string, max = 50) {
  const rows = await postgres().auditEntry.findMany({
    where: { noun, subject: id },
    orderBy: { id: 'desc' },
    take: max,
  })
  return rows.map(({ id: entry, at, ...rest }) => ({ ...rest, id: String(entry), at: at.toISOString() }))
}
