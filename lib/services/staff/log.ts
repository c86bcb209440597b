import type { SignInLogEntry } from '@/lib/contracts/staff'
import { postgres } from '@/lib/db/postgres'
import { deviceName } from '@/lib/domain/customers/device'

export const LOG_PAGE = 25
/** Numbers of pages beyond this one are not counted, so that a deep page never reads the whole log. */
const MAX_ROWS = 2_500

/** Returns a page of the sign-in log of everybody who works here or did, the newest first. */
export async function readSignInLog(
  page: number,
): Promise<{ entries: SignInLogEntry[]; pages: number; total: number }> {
  const members = await postgres().staffMember.findMany({ include: { user: true } })
  const names = new Map(members.map(({ userId, user }) => [userId, user.name]))
  const where = { userId: { in: [...names.keys()] } }
  const total = Math.min(await postgres().authEvent.count({ where, take: MAX_ROWS }), MAX_ROWS)
  const rows = await postgres().authEvent.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: (page - 1) * LOG_PAGE,
    take: LOG_PAGE,
  })
  const entries = rows.map(({ id, userId, type, userAgent, network, createdAt }) => ({
    id: String(id),
    at: createdAt.toISOString(),
    userId,
    name: names.get(userId) ?? '',
    what: type,
    isFailure: type.endsWith('wrong password'),
    device: deviceName(userAgent),
    network,
  }))
  return { entries, pages: Math.max(1, Math.ceil(total / LOG_PAGE)), total }
}
