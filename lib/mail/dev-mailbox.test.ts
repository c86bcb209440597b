import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'nexus-mail-'))
vi.stubEnv('NEXUS_DATA', folder)
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')
vi.stubEnv('SMTP_URL', '')
const { listDevMails, readDevMail } = await import('./dev-mailbox')
const { sendMail } = await import('./send')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mail = (id: string) => ({ id, to: 'ines@example.com', subject: 'Hello', text: 'Hello.', html: '<p>Hello.</p>' })

describe('a mail without a mail server', () => {
  it('is not there before it is sent', async () => {
    expect(await listDevMails()).toEqual([])
    expect(await readDevMail('greeting')).toBeNull()
  })

  it('goes to the dev mailbox, the newest in front', async () => {
    await sendMail(mail('greeting'))
    await sendMail(mail('farewell'))
    expect(await readDevMail('greeting')).toMatchObject({ ...mail('greeting'), from: expect.stringContaining('Nexus') })
    expect((await listDevMails()).map(({ id }) => id)).toEqual(['farewell', 'greeting'])
  })

  it('that is sent again, also at once, is there once and as it was', async () => {
    const first = await readDevMail('greeting')
    await Promise.all([1, 2, 3].map(() => sendMail(mail('greeting'))))
    expect(await readDevMail('greeting')).toEqual(first)
    expect(readdirSync(path.join(folder, 'mail')).filter((name) => name.startsWith('greeting'))).toHaveLength(1)
  })

  it('keeps its headers', async () => {
    const headers = { 'List-Unsubscribe': '<https://shop.example/off>' }
    await sendMail({ ...mail('notice'), headers })
    expect(await readDevMail('notice')).toMatchObject({ headers })
  })

  it('is a file that only its owner can read', () => {
    expect(statSync(path.join(folder, 'mail', 'greeting.json')).mode & 0o777).toBe(0o600)
  })

  it('is read by its id only, never by a path', async () => {
    for (const id of ['../state', '..', '/etc/passwd', 'a/b', '', 'x'.repeat(1_000), 'greeting.json'])
      expect(await readDevMail(id)).toBeNull()
  })
})
