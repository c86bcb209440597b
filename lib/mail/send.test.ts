import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

// A mail server that takes everything and answers as briefly as RFC 5321 allows.
const received: string[] = []
let isRefusing = false
const server: Server = createServer((socket) => {
  let message: string | null = null
  socket.write('220 mail.test ESMTP\r\n')
  socket.on('data', (chunk) => {
    if (message === null) {
      const verb = chunk.toString().slice(0, 4).toUpperCase()
      if (verb === 'DATA') message = ''
      if (verb === 'QUIT') return socket.end('221 bye\r\n')
      return socket.write(
        verb === 'DATA' ? '354 go on\r\n' : isRefusing && verb === 'RCPT' ? '451 later\r\n' : '250 ok\r\n',
      )
    }
    message += chunk.toString()
    if (!message.endsWith('\r\n.\r\n')) return
    received.push(message)
    message = null
    socket.write('250 taken\r\n')
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  vi.stubEnv('NEXUS_URL', 'https://shop.example')
  vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
  vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
  vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')
})
afterAll(() => server.close())

const mail = {
  id: 'order-confirmation-1',
  to: 'Ines <ines@example.com>',
  subject: 'Grüße',
  text: 'Hello.',
  html: '<p>Hello.</p>',
}

it('goes to the mail server with text, HTML and the same Message-ID each time, so that a second sending is known', async () => {
  const { sendMail } = await import('./send')
  await sendMail(mail)
  await sendMail(mail)
  expect(received).toHaveLength(2)
  for (const message of received) {
    expect(message).toContain('Message-ID: <order-confirmation-1@shop.example>')
    expect(message).toContain('To: Ines <ines@example.com>')
    expect(message).toMatch(/text\/plain[\s\S]*Hello\.[\s\S]*text\/html[\s\S]*<p>Hello\.<\/p>/)
  }
})

it('fails, to be tried again, where the mail server does not take it', async () => {
  const { sendMail } = await import('./send')
  isRefusing = true
  await expect(sendMail(mail)).rejects.toThrow(/451/)
})
