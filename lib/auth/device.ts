import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { signedCookie, signId, verifySignedId } from './signed-id'

const COOKIE = 'shop.device'
const DAYS = 365

/** Returns the id of this browser, by which an account knows it again; null until its first sign-in. */
export async function currentDeviceId(): Promise<string | null> {
  return verifySignedId('device', (await cookies()).get(COOKIE)?.value)
}

/** Returns the id of this browser, creating it if needed. For route handlers only. */
export async function ensureDeviceId(): Promise<string> {
  const id = (await currentDeviceId()) ?? randomUUID()
  const jar = await cookies()
  jar.set(COOKIE, signId('device', id), signedCookie(DAYS))
  return id
}
