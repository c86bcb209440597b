import type { SignInInput } from '@/lib/contracts/customers'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { DomainError } from '@/lib/errors'
import { personByPassword, wrongCredentials } from '../customers/sign-in/by-password'
import { createChallenge } from '../customers/sign-in/challenges'
import { type NewSession, refuseOnHold, type WayIn } from '../customers/sign-in/entry'
import { type Client, recordEvent, startSession } from '../customers/sign-in/sessions'

/**
 * The result of a way into the office: a session, the challenge of the second factor, or the answer that only the
 * person's passkey will do.
 */
export type StaffAdmission = { session: NewSession } | { secondFactor: string } | { needsPasskey: true }

export type StaffWayIn = WayIn | 'invitation'

/**
 * Admits a person who has shown who they are to the office. A passkey is two factors. Who has none yet gets a session
 * with one factor, which is good for setting up a second one and nothing else. Errors: wrong_credentials (they do not
 * work here), on_hold.
 */
export async function admitStaff(
  tx: Tx,
  entry: { userId: string; via: StaffWayIn; client: Client },
): Promise<StaffAdmission> {
  const { userId, via, client } = entry
  const member = await tx.staffMember.findFirst({
    where: { userId, disabledAt: null },
    include: { user: { include: { totp: true, _count: { select: { passkeys: true } } } } },
  })
  if (!member) throw wrongCredentials()
  const { user } = member
  refuseOnHold(user)
  const start = async (aal: 1 | 2) => ({
    session: { userId, ...(await startSession(tx, { userId, kind: 'STAFF', via, aal, client })) },
  })
  if (via === 'passkey') return start(2)
  if (user.totp?.confirmedAt) {
    const challenge = { kind: 'staff_second_factor', userId, email: user.email, data: { via } } as const
    return { secondFactor: await createChallenge(tx, challenge) }
  }
  return user._count.passkeys > 0 ? { needsPasskey: true } : start(1)
}

/**
 * Signs in to the office with address and password. Unknown addresses, wrong passwords and customers get the same
 * answer. Errors: wrong_credentials, on_hold, too_many_requests.
 */
export async function signInStaff(
  input: Pick<SignInInput, 'email' | 'password'>,
  client: Client,
): Promise<StaffAdmission> {
  try {
    const userId = await personByPassword(input, client)
    return await transaction((tx) => admitStaff(tx, { userId, via: 'password', client }))
  } catch (error) {
    if (error instanceof DomainError && error.code === 'wrong_credentials') noteWrongPassword(input.email, client)
    throw error
  }
}

/** Records a wrong password in the log of a member of staff. Not waited for, so that the time tells nothing. */
function noteWrongPassword(email: string, client: Client): void {
  const record = async () => {
    const member = await postgres().staffMember.findFirst({ where: { user: { emailKey: foldEmail(email) } } })
    if (member) await recordEvent(postgres(), { userId: member.userId, type: 'office: wrong password', client })
  }
  record().catch((error: unknown) => console.error('A wrong password could not be recorded.', error))
}
