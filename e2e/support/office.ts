import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright/test'
import { linkIn, mailTo } from './people'
import { expect } from './test'

export const PASSWORD = 'violet tractor umbrella'

const LINK = /\/admin\/invitation\?token=[\w-]{43}/

/** Runs `npm run admin:create` for an address. Returns the path of the link that it prints. */
export async function ownerLink(email: string, ...more: string[]): Promise<string> {
  const parameters = ['run', '--silent', 'admin:create', '--', '--email', email, ...more]
  const { stdout } = await promisify(execFile)('npm', parameters)
  return LINK.exec(stdout)?.[0] ?? ''
}

/** Waits for the mail with a link into the office. Returns the link's path. */
export const mailedLink = async (email: string): Promise<string> =>
  linkIn(await mailTo(email, /staff of Nexus/), '/admin/invitation')

export const newAddress = (): string => `office-${randomUUID().slice(0, 8)}@nexus.example`

/** The person's authenticator app. `later` gives digits that are not those of the set-up, which work once. */
export interface App {
  later: () => string
  codes: string[]
}

/** Opens a link into the office, chooses name and password, and sets up an authenticator app. Ends at /admin. */
export async function joinOffice(page: Page, link: string, name: string): Promise<App> {
  await page.goto(link)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Next: make it safe' }).click()
  await page.getByRole('button', { name: 'Six digits from an app' }).click()
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  const app = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 })
  await page.getByLabel('Six-digit code').fill(app.generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Keep these ten' })).toBeVisible()
  const codes = await page.locator('.codes li').allTextContents()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible()
  return { codes, later: () => app.generate({ timestamp: Date.now() + 30_000 }) }
}
