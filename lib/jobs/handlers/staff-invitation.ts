import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail/send'
import { staffInvitationMail, staffResetMail } from '@/lib/mail/staff'
import { readSettings } from '@/lib/services/settings'
import { findInvitation, mailedToken } from '@/lib/services/staff/invitations'
import type { JobData } from '../queues'

/** Sends a link into the office. An invitation that was accepted or withdrawn meanwhile needs none. */
export async function sendStaffInvitation({ invitationId }: JobData<'mail.staff-invitation'>): Promise<void> {
  const [invitation, { trader }] = await Promise.all([findInvitation(invitationId), readSettings()])
  if (!invitation) return
  const { kind, email, inviter, role, expiresAt } = invitation
  const link = new URL(`/admin/invitation?token=${mailedToken(invitationId)}`, env().NEXUS_URL).href
  const mail =
    kind === 'RESET'
      ? staffResetMail({ link, expiresAt }, trader)
      : staffInvitationMail({ link, expiresAt, inviter, role }, trader)
  await sendMail({ id: `staff-${invitationId}`, to: email, ...mail })
}
