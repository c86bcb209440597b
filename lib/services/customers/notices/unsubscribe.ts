import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { postgres } from '@/lib/db/postgres'
import { NOTICES } from '@/lib/domain/customers/notices'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { setNotice } from '../profile'

const switchableSchema = z.enum([...NOTICES, 'news'])
type Switchable = z.infer<typeof switchableSchema>

/** Whose mails a link switches: those of an account, or of the guest to whom a stock notice went. */
export type Recipient = { userId: string } | { noticeId: string }

/**
 * Returns the token of the link that switches a kind of mail off for its recipient. It does not expire, because mails
 * are kept for years. Only processes with NEXUS_SECRET can compute it.
 */
export function unsubscribeToken(recipient: Recipient, notice: Switchable): string {
  const text = 'userId' in recipient ? `u.${recipient.userId}.${notice}` : `g.${recipient.noticeId}.${notice}`
  return `${text}.${mac(text)}`
}

const mac = (text: string) => createHmac('sha256', env().NEXUS_SECRET).update(`unsubscribe ${text}`).digest('base64url')

const partsSchema = z.tuple([z.enum(['u', 'g']), z.uuid(), switchableSchema, z.string()])

function readToken(token: string): { recipient: Recipient; notice: Switchable } {
  const parts = partsSchema.safeParse(token.split('.')).data
  if (!parts) throw invalid()
  const [kind, id, notice, given] = parts
  const [a, b] = [Buffer.from(given), Buffer.from(mac(`${kind}.${id}.${notice}`))]
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw invalid()
  return { recipient: kind === 'u' ? { userId: id } : { noticeId: id }, notice }
}

const invalid = () =>
  new DomainError('expired_link', 'This link is not complete. Please copy all of it from the mail, and try again.')

/** What a link switches, and whether it is on. `canSwitchOn` is false for guests, who ask anew for each product. */
export interface Subscription {
  notice: Switchable
  email: string | null
  isOn: boolean
  canSwitchOn: boolean
}

/** Returns what the link with this token switches. Throws expired_link unless the token is whole. */
export async function findSubscription(token: string): Promise<Subscription> {
  const { recipient, notice } = readToken(token)
  if ('userId' in recipient) {
    const user = await postgres().user.findUnique({ where: { id: recipient.userId } })
    const isOn = notice === 'news' ? Boolean(user?.newsSince) : user !== null && !user.mutedNotices.includes(notice)
    return { notice, email: user?.email ?? null, isOn, canSwitchOn: user !== null }
  }
  const row = await postgres().stockNotice.findUnique({ where: { id: recipient.noticeId } })
  return { notice, email: row?.email ?? null, isOn: await isGuestWaiting(row?.emailKey), canSwitchOn: false }
}

const isGuestWaiting = async (emailKey: string | null | undefined): Promise<boolean> =>
  emailKey ? (await postgres().stockNotice.count({ where: { emailKey, notifiedAt: null } })) > 0 : false

/**
 * Switches a kind of mail off or, for accounts, on again, with the token of a mail's link. For guests, forgets all that
 * they wait for. Repeating it changes nothing. Errors: expired_link.
 */
export async function switchSubscription(token: string, isOn: boolean): Promise<void> {
  const { recipient, notice } = readToken(token)
  if ('userId' in recipient) return setNotice(recipient.userId, notice, isOn)
  if (isOn) return
  const row = await postgres().stockNotice.findUnique({ where: { id: recipient.noticeId } })
  if (row?.emailKey) await postgres().stockNotice.deleteMany({ where: { emailKey: row.emailKey, notifiedAt: null } })
}
