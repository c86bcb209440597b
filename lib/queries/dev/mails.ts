import { momentText } from '@/lib/domain/shipping/day'
import * as mailbox from '@/lib/mail/dev-mailbox'

/** Returns the mails that were written to files, newest first, with their time as text. Development only. */
export async function listDevMails() {
  return (await mailbox.listDevMails()).map((mail) => ({ ...mail, sentText: momentText(mail.sentAt) }))
}

/** Returns one of these mails; null if it does not exist. */
export async function readDevMail(id: string) {
  const mail = await mailbox.readDevMail(id)
  return mail && { ...mail, sentText: momentText(mail.sentAt) }
}
