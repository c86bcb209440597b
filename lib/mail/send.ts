import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import { writeDevMail } from './dev-mailbox'

export interface Mail {
  /** Lower-case words joined by hyphens, the same each time this mail is sent: a second sending is known by it. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

const TIMEOUT_MS = 20_000

let transport: Transporter | undefined

/**
 * Sends the mail to SMTP_URL, or without one writes it to the dev mailbox. Its Message-ID follows from its id, so that
 * receivers know a mail that a retry sent twice. Rejects if the server does not take it.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, NEXUS_URL } = env()
  const { id, ...content } = mail
  if (!SMTP_URL) return writeDevMail({ ...mail, from: MAIL_FROM })
  transport ??= createTransport({
    url: SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  await transport.sendMail({ ...content, from: MAIL_FROM, messageId: `<${id}@${new URL(NEXUS_URL).hostname}>` })
}
