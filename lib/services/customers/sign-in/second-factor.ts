import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SessionKind } from '@/lib/db/generated/client'
import { postgres, transaction } from '@/lib/db/postgres'
import { enqueue } from '@/lib/jobs/enqueue'
import { type ChallengeKind, expired, spendChallenge } from './challenges'
import { type NewSession, refuseOnHold } from './entry'
import { type Client, recordEvent, startSession } from './sessions'
import { requireTotp, spendRecoveryCode } from './totp'

const MAX_TRIES = 5
const CHALLENGES = { CUSTOMER: 'second_factor', STAFF: 'staff_second_factor' } as const satisfies Record<
  SessionKind,
  ChallengeKind
>
const dataSchema = z.object({ via: z.string() })

/** The six digits of the authenticator app, or a recovery code. */
export type SecondFactor = { code: string } | { recoveryCode: string }

/**
 * Finishes a sign-in with the second factor. Each try counts, so that a code cannot be guessed: after five of them, or
 * ten minutes, the sign-in has to start anew. The use of a recovery code is told by mail. Errors: wrong_code,
 * expired_link, on_hold, too_many_requests. `kind` is that of the session: a challenge of the shop opens no office, nor the other way.
 */
export async function showSecondFactor(
  challengeId: string,
  factor: SecondFactor,
  client: Client,
  kind: SessionKind = 'CUSTOMER',
): Promise<{ session: NewSession }> {
  const challengeKind = CHALLENGES[kind]
  const userId = await countTry(challengeId, challengeKind)
  const left = 'code' in factor ? null : await spendRecoveryCode(userId, factor.recoveryCode)
  if ('code' in factor) await requireTotp(userId, factor.code, true)
  return transaction(async (tx) => {
    const { data } = await spendChallenge(tx, challengeKind, challengeId)
    refuseOnHold(await tx.user.findUniqueOrThrow({ where: { id: userId } }))
    if (left !== null) {
      await recordEvent(tx, { userId, type: 'recovery code used', client })
      const notice = { id: randomUUID(), userId, notice: 'recovery_code_used' } as const
      await enqueue(tx, { name: 'mail.account-notice', data: notice })
    }
    const session = await startSession(tx, { userId, kind, via: dataSchema.parse(data).via, aal: 2, client })
    return { session: { userId, ...session } }
  })
}

/** Counts a try, also one that fails. Returns whose sign-in it is. */
async function countTry(id: string, kind: ChallengeKind): Promise<string> {
  const where = { id, kind, consumedAt: null, expiresAt: { gt: new Date() } }
  const { count } = await postgres().authChallenge.updateMany({
    where: { ...where, attempts: { lt: MAX_TRIES } },
    data: { attempts: { increment: 1 } },
  })
  const challenge = count > 0 ? await postgres().authChallenge.findUnique({ where: { id } }) : null
  if (!challenge?.userId) throw expired()
  return challenge.userId
}
