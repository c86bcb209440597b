import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import { writeDevMail } from './dev-mailbox'

export interface Mail {
  /**
   * Lower-case words joined by hyphens. The same for every attempt to send this mail, because the Message-ID is derived
   * from it.
   */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

const TIMEOUT_MS = 20_000

let transport: Transporter | undefined

/** Throws unless mails can be delivered to SMTP_URL, or to files if those are enabled. */
export function requireMailTransport(): void {
  const { SMTP_URL, MAIL_TO_FILES, NODE_ENV } = env()
  if (SMTP_URL || (MAIL_TO_FILES ?? NODE_ENV !== 'production')) return
  throw new Error(
    'SMTP_URL is not set, so no customer would get mail. Set it, or set MAIL_TO_FILES=true to write mails to NEXUS_DATA/mail instead.',
  )
}

/**
 * Sends the mail to SMTP_URL, or writes it to a file. A mail sent twice by a retry has the same Message-ID, so that
 * receivers can drop the copy. Rejects if the server does not accept it.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, MAIL_REPLY_TO, NEXUS_URL } = env()
  const { id, ...content } = mail
  requireMailTransport()
  if (!SMTP_URL) return writeDevMail({ ...mail, from: MAIL_FROM, replyTo: MAIL_REPLY_TO })
  transport ??= createTransport({
    url: SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const messageId = `<${id}@${new URL(NEXUS_URL).hostname}>`
  await transport.sendMail({ ...content, from: MAIL_FROM, replyTo: MAIL_REPLY_TO, messageId })
}
