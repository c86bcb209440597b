import { cookies } from 'next/headers'
import { z } from 'zod'
import { checkCookie, isSecure } from './settings'

const SECONDS = 15 * 60
const visitIdSchema = z.uuid()

/** A visit to a provider that waits for its answer. */
export interface Visit {
  visitId: string
  /** Whether it was started to connect an account. Like `to`, only for the page that shows a refusal. */
  isConnecting: boolean
  /** The page to which the person wants to go, as the browser says. */
  to: string
}

/** Remembers in the browser which visit it has started. For route handlers only. */
export async function keepVisit({ visitId, isConnecting, to }: Visit): Promise<void> {
  const jar = await cookies()
  const value = [isConnecting ? 'connect' : 'sign-in', visitId, Buffer.from(to).toString('base64url')].join('.')
  jar.set(checkCookie('visit'), value, { ...attributes(), maxAge: SECONDS })
}

/** Returns the visit that this browser has started; null if there is none. */
export async function currentVisit(): Promise<Visit | null> {
  const [what, visitId, to = ''] = (await cookies()).get(checkCookie('visit'))?.value.split('.') ?? []
  const parsed = visitIdSchema.safeParse(visitId)
  if (!parsed.success) return null
  return { visitId: parsed.data, isConnecting: what === 'connect', to: Buffer.from(to, 'base64url').toString() }
}

/** Forgets the visit that this browser has started. For route handlers only. */
export async function dropVisit(): Promise<void> {
  const jar = await cookies()
  jar.set(checkCookie('visit'), '', { ...attributes(), maxAge: 0 })
}

/** Returns the cookies of the current request, by name. */
export async function currentCookies(): Promise<ReadonlyMap<string, string>> {
  return new Map((await cookies()).getAll().map(({ name, value }) => [name, value]))
}

const attributes = () => ({ httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/' }) as const
