import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

/**
 * The recipient of each accepted e-mail, from the envelope (smtp-server decodes its domain), and whether the client
 * used SMTPUTF8.
 */
const taken: { to: string; isUtf8: boolean }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, { envelope }, done) {
    const { mailFrom, rcptTo } = envelope
    const asked = Object.keys((mailFrom ? mailFrom.args : null) ?? {})
    taken.push({ to: rcptTo[0]?.address ?? '', isUtf8: asked.includes('SMTPUTF8') })
    stream.resume().on('end', () => done())
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  vi.stubEnv('NEXUS_URL', 'https://shop.example')
  vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
  vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
  vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

it('asks a mail server for SMTPUTF8 only where an address cannot be written without it', async () => {
  const { sendMail } = await import('./send')
  const addresses = ['a&b@example.com', 'info@müller-beispiel.example', 'jürgen@example.com']
  for (const [index, to] of addresses.entries())
    await sendMail({ id: `utf8-${index}`, to, subject: 'Grüße', text: 'Hello.', html: '<p>Hello.</p>' })
  expect(taken).toEqual([
    { to: 'a&b@example.com', isUtf8: false },
    { to: 'info@müller-beispiel.example', isUtf8: false },
    { to: 'jürgen@example.com', isUtf8: true },
  ])
})
