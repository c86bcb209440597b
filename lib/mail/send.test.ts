import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

const received: ParsedMail[] = []
let isRefusing = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    done(isRefusing ? Object.assign(new Error('later'), { responseCode: 451 }) : null),
  onData: (stream, _session, done) => {
    simpleParser(stream).then((mail) => {
      received.push(mail)
      done()
    }, done)
  },
})

const ENVIRONMENT = {
  NEXUS_URL: 'https://shop.example',
  NEXUS_SECRET: 'a secret for tests that is long enough',
  DATABASE_URL: 'postgresql://127.0.0.1:1/none',
  MONGODB_URI: 'mongodb://127.0.0.1:1/none',
  SMTP_URL: '',
  MAIL_TO_FILES: '',
  MAIL_REPLY_TO: '',
}

/** Imports the module anew, with ENVIRONMENT and these changes as its environment variables. */
async function withEnvironment(changes: Partial<Record<keyof typeof ENVIRONMENT | 'NODE_ENV', string>>) {
  for (const [name, value] of Object.entries({ ...ENVIRONMENT, ...changes })) vi.stubEnv(name, value)
  vi.resetModules()
  return import('./send')
}

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
beforeEach(() => {
  received.length = 0
  isRefusing = false
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
})

const smtpUrl = () => {
  const address = server.server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
const mail = {
  id: 'order-confirmation-1',
  to: 'Ines <ines@example.com>',
  subject: 'Grüße',
  text: 'Hello.',
  html: '<p>Hello.</p>',
}

describe('a mail', () => {
  it('has text, HTML and the same Message-ID at each attempt, so that receivers can drop a copy', async () => {
    const { sendMail } = await withEnvironment({ SMTP_URL: smtpUrl() })
    await sendMail(mail)
    await sendMail(mail)
    expect(received).toHaveLength(2)
    for (const { messageId, subject, text, html, to } of received) {
      expect(messageId).toBe('<order-confirmation-1@shop.example>')
      expect([to].flat()[0]?.text).toBe('"Ines" <ines@example.com>')
      expect([subject, text?.trim(), html]).toEqual(['Grüße', 'Hello.', '<p>Hello.</p>'])
    }
  })

  it('is answered to MAIL_REPLY_TO where that is set', async () => {
    const { sendMail } = await withEnvironment({ SMTP_URL: smtpUrl(), MAIL_REPLY_TO: 'help@shop.example' })
    await sendMail(mail)
    expect(received[0]?.replyTo?.text).toBe('help@shop.example')
  })

  it('says how it is switched off, if it can be', async () => {
    const { sendMail } = await withEnvironment({ SMTP_URL: smtpUrl() })
    const off = `https://shop.example/off?token=${'aB3-_'.repeat(40)}`
    const headers = { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    await sendMail({ ...mail, headers })
    const lines = received[0]?.headerLines.map(({ line }) => line.replace(/\r\n\s+/g, ' ')) ?? []
    for (const [name, value] of Object.entries(headers)) expect(lines).toContain(`${name}: ${value}`)
  })

  it('that the mail server does not accept fails, so that it is retried', async () => {
    const { sendMail } = await withEnvironment({ SMTP_URL: smtpUrl() })
    isRefusing = true
    await expect(sendMail(mail)).rejects.toThrow(/451/)
  })

  it('is refused in production while it has nowhere to go, unless files are wanted', async () => {
    const lacking = await withEnvironment({ NODE_ENV: 'production' })
    expect(() => lacking.requireMailTransport()).toThrow(/SMTP_URL is not set/)
    await expect(lacking.sendMail(mail)).rejects.toThrow(/SMTP_URL is not set/)
    const toFiles = await withEnvironment({ NODE_ENV: 'production', MAIL_TO_FILES: 'true' })
    expect(() => toFiles.requireMailTransport()).not.toThrow()
    const inDevelopment = await withEnvironment({ NODE_ENV: 'development' })
    expect(() => inDevelopment.requireMailTransport()).not.toThrow()
  })
})
