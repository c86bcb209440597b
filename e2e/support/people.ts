import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { expect, type Page } from 'playwright/test'
import { z } from 'zod'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'

export const PASSWORD = 'quince kettle harbour'

/** Somebody with an account, or about to make one. */
export interface Person {
  email: string
  name: string
  password: string
}

/** Returns a person whom no other journey knows. */
export const newPerson = (name = 'Ines Halvorsen'): Person => ({
  email: `ines+${randomUUID().slice(0, 12)}@example.com`,
  name,
  password: PASSWORD,
})

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() })
type Mail = z.infer<typeof mailSchema>

/** Returns the mails to an address that the store has written to files, in the order of their subjects. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const folder = path.join(loadSettings('production').dataDirectory, 'mail')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
  const mails = await Promise.all(
    names.map(async (name) => mailSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')))),
  )
  return mails.filter(({ to }) => to === email)
}

/** Waits for a mail to an address whose subject matches, and returns it. */
export async function mailTo(email: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined
  await expect
    .poll(
      async () => {
        found = (await mailsTo(email)).find((mail) => subject.test(mail.subject))
        return found !== undefined
      },
      { message: `a mail to ${email} about ${subject}`, timeout: 20_000 },
    )
    .toBe(true)
  return mailSchema.parse(found)
}

/** Returns the path and query of the first link in a mail that contains `part`. */
export function linkIn({ text }: Mail, part: string): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((address) => address.includes(part))
  if (!link) throw new Error(`The mail has no link with ${part}: ${text}`)
  const { pathname, search } = new URL(link)
  return `${pathname}${search}`
}

/** Makes an account in the browser, confirmed by the code of its mail, and leaves the person signed in. */
export async function register(page: Page, person = newPerson()): Promise<Person> {
  await page.goto('/register')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Your name').fill(person.name)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  const { subject } = await mailTo(person.email, /\d{3} ?\d{3}/)
  await page.getByLabel('Six-digit code').fill(subject.replace(/\D/g, '').slice(0, 6))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  return person
}

/** Signs in with the password, from wherever the browser is. */
export async function signIn(page: Page, { email, password }: Person, to = '/account'): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ to })}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Puts an account on hold, as staff would. */
export async function block(email: string): Promise<void> {
  const { databaseUrl } = joinRunningStore(loadSettings('production'))
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('UPDATE "User" SET "blockedAt" = now() WHERE email = $1', [email])
  } finally {
    await client.end()
  }
}
