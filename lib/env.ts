import { createHash } from 'node:crypto'
import path from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** The URL of Postgres. Must not name a schema other than `public`, because only Prisma would use it. */
export const databaseUrlSchema = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' })
  .refine((url) => !URL.canParse(url) || (new URL(url).searchParams.get('schema') || 'public') === 'public', {
    error: 'must not name a schema: Nexus lives in public, so give it a database of its own',
  })

const LOOPBACK = ['127.0.0.0/8', '::1/128']

/**
 * IP addresses, networks (CIDR) and the word `loopback`, separated by commas or spaces. Parsed into ipaddr.js networks.
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
  /** The port on which this process's server listens; set by Next.js. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /**
   * Origin at which this process can reach its own server, whatever host it is bound to. Only the Next.js server sets
   * it.
   */
  __NEXT_PRIVATE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: databaseUrlSchema,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  // Not parsed as a URL, because it may list several hosts.
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\/[^/\s]+/, 'must be a mongodb:// or mongodb+srv:// address'),
  NEXUS_URL: z.url().default('http://localhost:3000'),
  /** Proxies whose X-Forwarded-For entries are trusted. */
  TRUSTED_PROXIES: proxiesSchema.default([]),
  /** Name of the header in which the proxy tells the client's country (ISO 3166), for the list of sessions. */
  COUNTRY_HEADER: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/i, 'must be the name of a header, such as CF-IPCountry')
    .optional(),
  /** Seconds for which a shared cache (CDN) may serve a page without revalidating it. */
  PAGE_CDN_SECONDS: z.coerce.number().int().min(0).max(86_400).default(0),
  NEXUS_SECRET: z.string().min(32, 'must have at least 32 characters'),
  NEXUS_DATA: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  SEARCH_ENGINE: z.enum(['index', 'mongodb']).default('index'),
  /** Folder of the search index's snapshots; by default inside NEXUS_DATA. */
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
  /** Whether e-mails are written to files if SMTP_URL is unset. Default: true everywhere except in production. */
  MAIL_TO_FILES: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  /** E-mail address to which staff are notified of withdrawals; by default the sender's address, MAIL_FROM. */
  SHOP_EMAIL: z.string().min(3).optional(),
  MAIL_FROM: z.string().min(3).default('Nexus <shop@nexus.example>'),
  MAIL_REPLY_TO: z.string().min(3).optional(),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/**
 * Returns this process's environment, which is parsed once. Throws as parseEnvironment does, so that a process with an
 * invalid environment does not start.
 */
export function env(): Env {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** Parses environment variables; empty ones count as unset. Throws an error that lists every fault. */
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
 * Returns the secret for development. It is the same for every process in this folder, and can be computed from the
 * folder's path. Only used with NODE_ENV=development; everywhere else, NEXUS_SECRET must be set.
 */
function developmentSecret(): { NEXUS_SECRET: string } {
  return { NEXUS_SECRET: createHash('sha256').update(`nexus development ${process.cwd()}`).digest('base64url') }
}
