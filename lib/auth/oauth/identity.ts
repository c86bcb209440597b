import { z } from 'zod'
import { emailSchema, lineSchema } from '@/lib/contracts/common'
import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import type { Provider } from '@/lib/domain/customers/providers'

const MAX_NAME = 100

const flagSchema = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).catch(false)

/** Claims of OpenID Connect. Some providers send `email_verified` as a text. */
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: emailSchema.nullable().catch(null),
  email_verified: flagSchema.default(false),
  name: z.string().optional().catch(undefined),
})

/** What `readGithubPerson` returns. */
const githubSchema = z.object({
  id: z.int().positive(),
  login: z.string().max(100),
  email: emailSchema.nullable().catch(null),
  isEmailVerified: z.boolean(),
  name: z.string().nullish().catch(null),
})

/** Returns who somebody is from what a provider says about them. Throws a ZodError if it says too little. */
export function identityOf({ id: provider, issuer }: Provider, profile: unknown): ProviderIdentity {
  if (provider === 'github') {
    const { id, login, email, isEmailVerified, name } = githubSchema.parse(profile)
    return { provider, providerAccountId: String(id), email, isEmailVerified, name: nameOf(name, login) }
  }
  const { sub, email, email_verified, name } = claimsSchema.parse(profile)
  return {
    provider,
    // Another issuer may give the same id to another person.
    providerAccountId: issuer === null ? sub : `${issuer} ${sub}`,
    email,
    isEmailVerified: email_verified,
    name: nameOf(name, email?.split('@')[0]),
  }
}

function nameOf(...candidates: (string | null | undefined)[]): string {
  const names = candidates.map((name) => lineSchema({ max: 10_000 }).safeParse(name).data?.slice(0, MAX_NAME).trim())
  return names.find(Boolean) ?? 'Customer'
}

const personSchema = z.looseObject({ id: z.int(), login: z.string(), name: z.string().nullish() })
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/**
 * Returns a person at GitHub with their primary address and whether GitHub has confirmed it. The public address of the
 * profile is not used, because GitHub does not say whether it was confirmed. `read` requests a path of GitHub's API.
 */
export async function readGithubPerson(read: (path: string) => Promise<unknown>) {
  const { id, login, name } = personSchema.parse(await read('/user'))
  const emails = emailsSchema.catch([]).parse(await read('/user/emails'))
  const primary = emails.find((one) => one.primary)
  return { id, login, name, email: primary?.email ?? null, isEmailVerified: primary?.verified ?? false }
}
