import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import { writeDevMail } from './dev-mailbox'
import type { Content } from './layout'

export interface Mail extends Content {
  /**
   * Lower-case words joined by hyphens. Must be the same for every attempt to send this e-mail, because its Message-ID
   * is derived from the id.
   */
  id: string
  to: string
}

const TIMEOUT_MS = 20_000

let transport: Transporter | undefined

/** Throws unless e-mails can be sent to SMTP_URL or, where that is enabled, written to files. */
export function requireMailTransport(): void {
  const { SMTP_URL, MAIL_TO_FILES, NODE_ENV } = env()
  if (SMTP_URL || (MAIL_TO_FILES ?? NODE_ENV !== 'production')) return
  throw new Error(
    'SMTP_URL is not set, so no customer would get mail. Set it, or set MAIL_TO_FILES=true to write mails to NEXUS_DATA/mail instead.',
  )
}

/**
 * Sends the e-mail to SMTP_URL, or writes it to a file. If a retry sends it a second time, it has the same Message-ID,
 * so that mail servers can drop the copy. Rejects if the server does not accept it.
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
