import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { PROVIDER_IDS, type ProviderId } from '@/lib/domain/customers/providers'
import { type Client, recordEvent } from '../sign-in/sessions'
import { requireOtherWayIn } from '../sign-in/ways-in'

/** Returns whose account at a provider this is; null if nobody here has it. */
export async function findOwner(
  tx: Tx,
  { provider, providerAccountId }: Pick<ProviderIdentity, 'provider' | 'providerAccountId'>,
): Promise<{ userId: string } | null> {
  return tx.oAuthAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  })
}

/**
 * Connects an account at a provider with a person. Returns false if it is somebody's already, or if the person has
 * another account at this provider.
 */
export async function addAccount(tx: Tx, userId: string, identity: ProviderIdentity, client: Client): Promise<boolean> {
  const { provider, providerAccountId, email } = identity
  const data = [{ provider, providerAccountId, userId, email }]
  const { count } = await tx.oAuthAccount.createMany({ data, skipDuplicates: true })
  if (count > 0) await recordEvent(tx, { userId, type: `${provider} connected`, client })
  return count > 0
}

/** Returns a person's accounts at providers, in the order of the buttons. */
export async function listAccounts(userId: string): Promise<{ provider: ProviderId; email: string | null }[]> {
  const rows = await postgres().oAuthAccount.findMany({ where: { userId } })
  return PROVIDER_IDS.flatMap((provider) => {
    const row = rows.find((account) => account.provider === provider)
    return row ? [{ provider, email: row.email }] : []
  })
}

/**
 * Disconnects a person's account at a provider. If there is none, nothing changes. Errors: invalid_input (it is the last
 * way in).
 */
export async function disconnect(
  { userId, provider }: { userId: string; provider: ProviderId },
  client: Client,
): Promise<void> {
  await transaction(async (tx) => {
    await requireOtherWayIn(tx, userId, { provider })
    const { count } = await tx.oAuthAccount.deleteMany({ where: { userId, provider } })
    if (count > 0) await recordEvent(tx, { userId, type: `${provider} disconnected`, client })
  })
}
