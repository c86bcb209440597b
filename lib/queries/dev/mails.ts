import { momentText } from '@/lib/domain/shipping/day'
import * as mailbox from '@/lib/mail/dev-mailbox'

/** Returns the e-mails that were written to files, newest first, with their time as text. Development only. */
export async function listDevMails() {
  return (await mailbox.listDevMails()).map((mail) => ({ ...mail, sentText: momentText(mail.sentAt) }))
}

/** Returns an e-mail that was written to a file; null if it does not exist. Development only. */
export async function readDevMail(id: string) {
  const mail = await mailbox.readDevMail(id)
  return mail && { ...mail, sentText: momentText(mail.sentAt) }
}
