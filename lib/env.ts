import { createHash } from 'node:crypto'
import path from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** The address of Postgres. Rejects schemas other than `public`, because only Prisma would respect them. */
export const databaseUrlSchema = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' })
  .refine((url) => !URL.canParse(url) || (new URL(url).searchParams.get('schema') || 'public') === 'public', {
    error: 'must not name a schema: Nexus lives in public, so give it a database of its own',
  })

const LOOPBACK = ['127.0.0.0/8', '::1/128']

/**
 * Addresses, networks (CIDR) and the word `loopback`, separated by commas or spaces. Parsed to networks of ipaddr.js.
 */
const proxiesSchema = z.string().transform((text, context) =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((one) => (one === 'loopback' ? LOOPBACK : one))
    .flatMap((one): [ipaddr.IPv4 | ipaddr.IPv6, number][] => {
      if (ipaddr.isValidCIDR(one) && !/^0x|\.0x/i.test(one)) return [ipaddr.parseCIDR(one)]
      if (ipaddr.IPv4.isValidFourPartDecimal(one)) return [[ipaddr.IPv4.parse(one), 32]]
      if (ipaddr.IPv6.isValid(one)) return [[ipaddr.IPv6.parse(one), 128]]
      context.addIssue({
        code: 'custom',
        message: `"${one}" is no IP address, no network (10.0.0.0/8) and not "loopback"`,
      })
      return []
    }),
)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** The port this process's server listens on; set by Next.js. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Origin with the host that the server is bound to, if there are several. Set by the Next.js server only. */
  __NEXT_PRIVATE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: databaseUrlSchema,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  // Not parsed as a URL: it may list several hosts.
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\/[^/\s]+/, 'must be a mongodb:// or mongodb+srv:// address'),
  NEXUS_URL: z.url().default('http://localhost:3000'),
  /** Proxies whose X-Forwarded-For entries are trusted. */
  TRUSTED_PROXIES: proxiesSchema.default([]),
  /** How long a shared cache (CDN) may serve a page without revalidation. */
  PAGE_CDN_SECONDS: z.coerce.number().int().min(0).max(86_400).default(0),
  NEXUS_SECRET: z.string().min(32, 'must have at least 32 characters'),
  NEXUS_DATA: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  SEARCH_ENGINE: z.enum(['index', 'mongodb']).default('index'),
  /** Folder for snapshots of the search index; by default inside NEXUS_DATA. */
  SEARCH_SNAPSHOT_DIR: z
    .string()
    .transform((folder) => path.resolve(folder))
    .optional(),
  SEARCH_LANGUAGE: z.enum(['en', 'da', 'de', 'es', 'fi', 'fr', 'it', 'nb', 'nl', 'pt', 'sv']).default('en'),
  SEARCH_DESCRIPTIONS: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  /** Whether mails are written to files if SMTP_URL is unset. By default, everywhere except in production. */
  MAIL_TO_FILES: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  /** Where notices of withdrawals for staff are sent; by default the sender's own address. */
  SHOP_EMAIL: z.string().min(3).optional(),
  MAIL_FROM: z.string().min(3).default('Nexus <shop@nexus.example>'),
  MAIL_REPLY_TO: z.string().min(3).optional(),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/**
 * Returns this process's environment, parsed once. Throws like parseEnvironment, so an invalid environment stops the
 * start.
 */
export function env(): Env {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** Parses an environment; empty variables count as unset. Throws an error that lists every fault. */
export function parseEnvironment(variables: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const result = schema.safeParse({ ...(filled.NODE_ENV === 'development' && developmentSecret()), ...filled })
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
  throw new Error(
    `The environment is not complete (npm run dev sets it up by itself, .env.example explains it):\n${faults.join('\n')}`,
  )
}

/**
 * Returns the secret of `next dev`: the same for every process in this folder, but anyone who knows the path can guess
 * it. Used only with NODE_ENV=development; any other store must set its own secret.
 */
function developmentSecret(): { NEXUS_SECRET: string } {
  return { NEXUS_SECRET: createHash('sha256').update(`nexus development ${process.cwd()}`).digest('base64url') }
}
