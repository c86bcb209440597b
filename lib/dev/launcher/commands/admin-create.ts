import { parseArgs } from 'node:util'
import { normalEmail } from '@/lib/domain/customers/email'
import { joinRunningStore } from '../running-store'
import type { StoreContext } from '../store'

const USAGE =
  'npm run admin:create -- --email you@example.com prints a link that makes this person an owner; with --reset, one with which an owner sets a new password and a new second factor.'

/** Runs `npm run admin:create`: prints a one-time link for an owner. */
export async function createOwner({ settings, terminal, shutdown }: StoreContext): Promise<void> {
  const { email, isReset } = readArguments()
  joinRunningStore(settings)
  const [{ createOwnerLink }, { closePostgres }, { env }, { DomainError }] = await Promise.all([
    import('@/lib/services/staff/owners'),
    import('@/lib/db/postgres'),
    import('@/lib/env'),
    import('@/lib/errors'),
  ])
  shutdown.add(closePostgres)
  const token = await createOwnerLink({ email, isReset }).catch((error: unknown) => {
    throw error instanceof DomainError ? new Error(error.message) : error
  })
  terminal.line(`For ${email}, once, within 24 hours. It lets anybody in, so hand it over with care:`)
  terminal.line(new URL(`/admin/invitation?token=${token}`, env().NEXUS_URL).href)
}

function readArguments(): { email: string; isReset: boolean } {
  const options = { email: { type: 'string' }, reset: { type: 'boolean' } } as const
  try {
    const { values } = parseArgs({ options, args: process.argv.slice(2) })
    const email = normalEmail(values.email ?? '')
    if (email) return { email, isReset: values.reset ?? false }
  } catch {
    // Unknown arguments get the same answer as missing ones.
  }
  throw new Error(USAGE)
}
