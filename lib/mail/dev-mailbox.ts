import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'

const mailIdSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const devMailSchema = z.object({
  id: mailIdSchema,
  from: z.string(),
  replyTo: z.string().optional(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  sentAt: z.iso.datetime(),
})

export type DevMail = z.infer<typeof devMailSchema>

const folder = () => path.join(env().NEXUS_DATA, 'mail')
const fileOf = (id: string) => path.join(folder(), `${id}.json`)

/** Writes the e-mail to a file that only its owner can read. Does not overwrite an e-mail with the same id. */
export async function writeDevMail(mail: Omit<DevMail, 'sentAt'>): Promise<void> {
  const id = mailIdSchema.parse(mail.id)
  if (await readDevMail(id)) return
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const draft = `${fileOf(id)}.${process.pid}.draft`
  const content = `${JSON.stringify({ ...mail, sentAt: new Date().toISOString() }, null, 2)}\n`
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, fileOf(id))
}

/** Returns the newest e-mails in the mailbox folder, newest first, without their bodies. */
export async function listDevMails(limit = 100): Promise<Omit<DevMail, 'text' | 'html'>[]> {
  const names = await readdir(folder()).catch(unlessMissing([]))
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  const mails = await Promise.all(ids.map(readDevMail))
  return mails
    .flatMap((mail) => (mail ? [mail] : []))
    .sort((a, b) => b.sentAt.localeCompare(a.sentAt))
    .slice(0, limit)
    .map(({ text: _, html: __, ...head }) => head)
}

/** Returns an e-mail from the mailbox folder, or null if there is none with this id. */
export async function readDevMail(id: string): Promise<DevMail | null> {
  if (!mailIdSchema.safeParse(id).success) return null
  const text = await readFile(fileOf(id), 'utf8').catch(unlessMissing(null))
  return text === null ? null : devMailSchema.parse(JSON.parse(text))
}

function unlessMissing<T>(fallback: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fallback
    throw error
  }
}
