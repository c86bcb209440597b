import path from 'node:path'
import { z } from 'zod'

const optionalUrl = z.preprocess((value) => (value === '' ? undefined : value), z.url().optional())

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  MONGODB_URI: z.url({ protocol: /^mongodb(\+srv)?$/, error: 'must be a mongodb:// URL' }),
  NEXUS_URL: z.url().default('http://localhost:3000'),
  NEXUS_SECRET: z.string().min(32, 'must have at least 32 characters'),
  NEXUS_DATA: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  SMTP_URL: optionalUrl,
  MAIL_FROM: z.string().min(3).default('Nexus <shop@nexus.example>'),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** The environment, checked once. Throws with every fault named, so a server with a bad one does not start. */
export function env(): Env {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (result.success) {
    parsed = result.data
    return parsed
  }
  const faults = result.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)
  throw new Error(
    `The environment is not complete (npm run dev sets it up by itself, .env.example explains it):\n${faults.join('\n')}`,
  )
}
