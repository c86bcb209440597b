import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  // Not parsed as a URL: it may name several hosts.
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\/[^/\s]+/, 'must be a mongodb:// or mongodb+srv:// address'),
  NEXUS_URL: z.url().default('http://localhost:3000'),
  NEXUS_SECRET: z.string().min(32, 'must have at least 32 characters'),
  NEXUS_DATA: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  MAIL_FROM: z.string().min(3).default('Nexus <shop@nexus.example>'),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** The environment of this process, read once. Throws as parseEnvironment does, so a server with a bad one does not start. */
export function env(): Env {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** Reads an environment; what is empty counts as unset. Throws an error that names every fault. */
export function parseEnvironment(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')))
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
  throw new Error(
    `The environment is not complete (npm run dev sets it up by itself, .env.example explains it):\n${faults.join('\n')}`,
  )
}
