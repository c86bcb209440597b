import type { Tx } from '@/lib/db/postgres'
import { configuredProviders, type ProviderId } from '@/lib/domain/customers/providers'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'

/**
 * Throws invalid_input if a person would be left without a way in. Password, passkeys and providers count, but no
 * provider that is not configured any more. Locks the person, so that two ways in cannot be removed at once.
 */
export async function requireOtherWayIn(
  tx: Tx,
  userId: string,
  without: { passkeyId: string } | { provider: ProviderId },
): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`
  const usable: string[] = configuredProviders(env())
    .map(({ id }) => id)
    .filter((id) => !('provider' in without) || id !== without.provider)
  const passkey = 'passkeyId' in without ? { id: { not: without.passkeyId } } : {}
  const ways = [
    await tx.passwordCredential.count({ where: { userId } }),
    await tx.passkey.count({ where: { userId, ...passkey } }),
    await tx.oAuthAccount.count({ where: { userId, provider: { in: usable } } }),
  ]
  if (ways.every((count) => count === 0))
    throw new DomainError(
      'invalid_input',
      'This is your last way to sign in, so it was not removed. Set a password first.',
    )
}
