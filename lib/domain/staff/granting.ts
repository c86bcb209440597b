import { PERMISSIONS, type Permission } from './permissions'

/** What somebody may do: permissions with a refund limit, or everything. */
export interface Rights {
  isOwner: boolean
  permissions: readonly Permission[]
  /** Highest refund at once, in minor units; null if there is no limit. Counts only with `refunds:write`. */
  refundLimit: number | null
}

/** Returns the permissions that somebody holds. Owners hold all of them. */
export const heldBy = ({ isOwner, permissions }: Pick<Rights, 'isOwner' | 'permissions'>): readonly Permission[] =>
  isOwner ? PERMISSIONS : permissions

/** Returns the permissions among `wanted` that somebody does not hold. */
export function missing(holder: Rights, wanted: readonly Permission[]): Permission[] {
  const held = new Set(heldBy(holder))
  return wanted.filter((permission) => !held.has(permission))
}

/**
 * Returns whether `by` holds everything that `rights` contains, including its refund limit. Only owners cover an owner.
 * Nobody grants, edits or removes rights that they do not cover.
 */
export function covers(by: Rights, rights: Rights): boolean {
  if (by.isOwner) return true
  if (rights.isOwner) return false
  return missing(by, rights.permissions).length === 0 && coversRefunds(by, rights)
}

function coversRefunds(by: Rights, rights: Rights): boolean {
  if (!rights.permissions.includes('refunds:write') || by.refundLimit === null) return true
  return rights.refundLimit !== null && rights.refundLimit <= by.refundLimit
}

/**
 * Returns whether `by` may change rights from `before` to `after`: they have to cover both, so that nobody gives away
 * what they do not hold, or takes away what is above them. `null` means no rights at all.
 */
export const mayChange = (by: Rights, before: Rights | null, after: Rights | null): boolean =>
  [before, after].every((rights) => rights === null || covers(by, rights))

/** Returns false if a change takes the last owner away. `owners` are the ids of the active owners before it. */
export const leavesAnOwner = (owners: readonly string[], change: { userId: string; staysOwner: boolean }): boolean =>
  change.staysOwner || !owners.includes(change.userId) || owners.length > 1
