import { z } from 'zod'
import { NOTICES } from '@/lib/domain/customers/notices'
import { joinedCartsSchema } from './cart'
import { addressSchema } from './checkout/checkout'
import { emailSchema, lineSchema } from './common'
import type { OrderAddress } from './orders'

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
  /** Whether the person wants news by mail. */
  news: z.string().optional(),
})
export type RegisterInput = z.infer<typeof registerSchema>

/** The form in which somebody signs in with a password. */
export const signInSchema = z.object({
  email: emailSchema,
  password: typedPassword('Please enter your password.'),
  /** The page to which the person wants to go. */
  to: z.string().optional(),
})
export type SignInInput = z.infer<typeof signInSchema>

/** The form in which somebody asks for a link by mail: to sign in, or to set a new password. */
export const linkRequestSchema = z.object({ kind: z.enum(['sign_in_link', 'password_reset']), email: emailSchema })

/** The token of a link from a mail. Whether it is right is decided by the service, which tells nobody why it is not. */
export const tokenSchema = z.string().max(200)

/** The six digits from a mail or an authenticator app. Spaces between them do not matter. */
export const codeSchema = z
  .string()
  .max(100)
  .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits.'))

/** A recovery code as typed. Case, spaces and hyphens do not matter. */
export const recoveryCodeSchema = z.string().trim().min(1, 'Please enter a recovery code.').max(40, 'This is too long.')

/** The form that sets a new password with the token of a link. */
export const newPasswordSchema = z.object({ token: tokenSchema, password: typedPassword('Please choose a password.') })

/** The form that changes a password. */
export const changePasswordSchema = z.object({
  current: typedPassword('Please enter your current password.'),
  next: typedPassword('Please choose a password.'),
})

export const sessionIdSchema = z.uuid()

/** What joined an account when somebody signed in. */
export const joinedSchema = z.object({
  carts: joinedCartsSchema.nullable(),
  /** Number of orders that were placed without an account. */
  orders: z.int(),
  /** Whether the guest's cart is part of the account now, so that the browser can forget it. */
  isCartDone: z.boolean(),
})

/**
 * What a sign-in gives the HTTP layer: a session for the cookie, or the challenge of the second factor. The token must
 * not leave the server in any other way.
 */
export const enteredSchema = z.object({
  session: z.object({ userId: z.uuid(), sessionId: z.uuid(), token: z.string(), expiresAt: z.date() }).nullable(),
  secondFactor: z.uuid().nullable(),
  joined: joinedSchema.nullable(),
})
export type Joined = z.infer<typeof joinedSchema>
export type Entered = z.infer<typeof enteredSchema>

/** The new token of a session, for its cookie. It must not leave the server in any other way. */
export const renewedSchema = z.object({ token: z.string() })

/** A signed-in browser, as its owner sees it. Times are ISO 8601. */
export const sessionViewSchema = z.object({
  id: z.uuid(),
  /** Such as "Firefox on Windows". */
  device: z.string(),
  /** Name of the country; null if it is unknown. */
  place: z.string().nullable(),
  isCurrent: z.boolean(),
  startedAt: z.string(),
  lastSeenAt: z.string(),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** A passkey, as its owner sees it. Times are ISO 8601. */
export const passkeyViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export type PasskeyView = z.infer<typeof passkeyViewSchema>

/** A person's profile. `muted` are the names of notices that were switched off; times are ISO 8601. */
export interface ProfileView {
  name: string
  email: string
  /** A new address that waits for its link; null if there is none. */
  newEmail: string | null
  wantsNews: boolean
  muted: string[]
  /** Null if the account has no password. */
  passwordChangedAt: string | null
}

/** An address that an account keeps. */
export interface SavedAddress {
  id: string
  address: OrderAddress
  isDefault: boolean
  isInvoiceDefault: boolean
}

const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** The form that adds an address, or changes the one with this id. */
export const addressFormSchema = z
  .object({ id: z.uuid().optional(), isDefault: ticked, isInvoiceDefault: ticked })
  .and(addressSchema)

/** The form that switches a kind of mail on or off. */
export const noticeFormSchema = z.object({ notice: z.enum([...NOTICES, 'news']), isOn: ticked })

/** The form that changes a name. */
export const nameSchema = registerSchema.pick({ name: true })
export const newEmailSchema = registerSchema.pick({ email: true })
