import { z } from 'zod'
import { emailSchema, lineSchema } from './common'

const MAX_NAME = 100
// Longer than any allowed password, so that the rule can explain itself; short enough to hash.
const MAX_TYPED_PASSWORD = 1_000

const typedPassword = (missing: string) =>
  z.string().min(1, missing).max(MAX_TYPED_PASSWORD, 'Please choose a password of at most 256 characters.')

/** The form in which somebody makes an account. */
export const registerSchema = z.object({
  email: emailSchema,
  name: lineSchema({ max: MAX_NAME, missing: 'Please enter your name.' }),
  password: typedPassword('Please choose a password.'),
})
export type RegisterInput = z.infer<typeof registerSchema>

/** The form in which somebody signs in with a password. */
export const signInSchema = z.object({ email: emailSchema, password: typedPassword('Please enter your password.') })
export type SignInInput = z.infer<typeof signInSchema>

/** A signed-in browser, as its owner sees it. Times are ISO 8601. */
export const sessionViewSchema = z.object({
  id: z.uuid(),
  userAgent: z.string(),
  network: z.string(),
  isCurrent: z.boolean(),
  startedAt: z.string(),
  lastSeenAt: z.string(),
})
export type SessionView = z.infer<typeof sessionViewSchema>
