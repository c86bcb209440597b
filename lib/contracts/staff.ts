import { z } from 'zod'
import { PERMISSIONS, type Permission, permissionField } from '@/lib/domain/staff/permissions'
import { emailSchema, lineSchema } from './common'
import { changePasswordSchema, registerSchema, tokenSchema } from './customers'

const MAX_REFUND_EUROS = 1_000_000

/** Somebody who is signed in to the office, with what they may do at this moment. */
export interface Staff {
  userId: string
  sessionId: string
  email: string
  name: string
  /** `Owner`, or the name of the role. */
  roleName: string
  isOwner: boolean
  /** All permissions that the person holds; an owner's are all there are. */
  permissions: readonly Permission[]
  /** Highest refund at once, in minor units; null if there is no limit. */
  refundLimit: number | null
  /** Number of factors that were shown. With one of them, only a second one can be set up. */
  aal: number
  /** Time at which the person last proved who they are. */
  authAt: Date
}

/** What a sign-in to the office gives the HTTP layer. The token must not leave the server in any other way. */
export const staffEnteredSchema = z.object({
  session: z.object({ userId: z.uuid(), sessionId: z.uuid(), token: z.string(), expiresAt: z.date() }).nullable(),
  secondFactor: z.uuid().nullable(),
  /** Whether the person has to sign in with their passkey. */
  needsPasskey: z.boolean(),
})
export type StaffEntered = z.infer<typeof staffEnteredSchema>

/** The form that invites somebody. */
export const inviteSchema = z.object({ email: emailSchema, roleId: z.uuid('Please choose a role.') })

/** The form that accepts an invitation. `email` counts for the first owner only, whose link is for nobody in particular. */
export const acceptSchema = registerSchema
  .pick({ name: true, password: true })
  .extend({ token: tokenSchema, email: z.string().optional() })
export type AcceptInput = z.infer<typeof acceptSchema>

/** A member's rights: `owner`, or the id of a role. */
const placeSchema = z.union([z.literal('owner'), z.uuid()])

/** The form that changes what a member of staff is. */
export const changeMemberSchema = z.object({ userId: z.uuid(), place: placeSchema })

/** The form that switches a member of staff on or off. */
export const switchMemberSchema = z.object({
  userId: z.uuid(),
  isOn: z.string().transform((value) => value === 'yes'),
})

export const memberIdSchema = z.object({ userId: z.uuid() })

const refundSchema = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null
    const euros = Number(typed.replace(/[€\s]/g, '').replace(',', '.'))
    if (Number.isFinite(euros) && euros >= 0 && euros <= MAX_REFUND_EUROS) return Math.round(euros * 100)
    context.addIssue({ code: 'custom', message: 'Please enter an amount such as 250, or leave it empty.' })
    return z.NEVER
  })

/** The form that makes a role, or changes the one with this id. Each ticked permission is a field, see `permissionField`. */
export const roleFormSchema = z
  .looseObject({
    id: z.uuid().optional(),
    name: lineSchema({ max: 60, missing: 'Please name the role.' }),
    refundLimit: refundSchema,
  })
  .transform(({ id, name, refundLimit, ...fields }) => {
    const permissions = PERMISSIONS.filter((permission) => fields[permissionField(permission)] === 'yes')
    return { id, name, permissions, refundLimit: permissions.includes('refunds:write') ? refundLimit : null }
  })

export const roleIdSchema = z.object({ id: z.uuid() })
export const invitationIdSchema = z.object({ id: z.uuid() })
export const staffPasswordSchema = changePasswordSchema

/** A role as the office shows it. */
export interface RoleView {
  id: string
  name: string
  permissions: Permission[]
  refundLimit: number | null
  /** Number of people who have it. */
  members: number
  /** Whether the person who asks holds everything in it, and so may give, change or remove it. */
  isCovered: boolean
}

/** A member of staff as the office shows them. Times are ISO 8601. */
export interface MemberView {
  userId: string
  name: string
  email: string
  roleName: string
  roleId: string | null
  isOwner: boolean
  isOn: boolean
  isYou: boolean
  /** Such as "Passkey, app"; empty if there is none. */
  factors: string
  lastSeenAt: string | null
  /** Whether the person who asks may change this one. */
  isCovered: boolean
}

/** An invitation that was not accepted yet. */
export interface InvitationView {
  id: string
  email: string
  /** What the person will be: a role's name, `Owner`, or null for a new password. */
  roleName: string | null
  expiresAt: string
  isExpired: boolean
}

/** What an invitation's page shows before it is accepted. */
export interface OpenInvitation {
  kind: 'SETUP' | 'OWNER' | 'MEMBER' | 'RESET'
  /** Null for the first owner, who types their address. */
  email: string | null
  roleName: string
}

/** An entry of the sign-in log. */
export interface SignInLogEntry {
  id: string
  at: string
  userId: string
  name: string
  what: string
  isFailure: boolean
  device: string
  network: string
}
