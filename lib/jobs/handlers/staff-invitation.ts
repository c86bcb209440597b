import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail/send'
import { staffInvitationMail, staffResetMail } from '@/lib/mail/staff'
import { findInvitation, mailedToken } from '@/lib/services/staff/invitations'
import type { JobData } from '../queues'

/** Sends a link into the office. An invitation that was accepted or withdrawn meanwhile needs none. */
export async function sendStaffInvitation({ invitationId }: JobData<'mail.staff-invitation'>): Promise<void> {
  const invitation = await findInvitation(invitationId)
  if (!invitation?.email) return
  const link = new URL(`/admin/invitation?token=${mailedToken(invitationId)}`, env().NEXUS_URL).href
  const mail = invitation.kind === 'RESET' ? staffResetMail({ link }) : staffInvitationMail({ link })
  await sendMail({ id: `staff-${invitationId}`, to: invitation.email, ...mail })
}
