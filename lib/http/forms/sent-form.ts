import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { cookies } from 'next/headers'
import { isSignatureOf, signatureOf } from '@/lib/auth/signature'
import { type Refusal, type SentForm, sentFormSchema } from '@/lib/contracts/sent-form'
import { env } from '@/lib/env'

// Cookie with the values of a form that was refused without a script, because the redirect would lose them. (The form
// state of a server action is lost when a page resumes from a prerendered shell.)
const COOKIE = 'nexus-sent'
const MINUTES = 30
const MAX_BYTES = 3_800 // Browsers limit a cookie to 4 kB, including its name and attributes.
const MAX_INFLATED = 50_000
const SHORTENED = 120

/** Stores a form's values and refusal in a cookie for the page at `path`. For route handlers only. */
export async function keepSentForm(path: string, form: SentForm): Promise<void> {
  const jar = await cookies()
  jar.set(COOKIE, sealForm(form), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().NEXUS_URL.startsWith('https:'),
    path,
    maxAge: MINUTES * 60,
  })
}

/** Deletes the stored form of the page at `path`. For route handlers only. */
export async function dropSentForm(path: string): Promise<void> {
  const jar = await cookies()
  if (jar.has(COOKIE)) jar.set(COOKIE, '', { path, maxAge: 0 })
}

/**
 * Deletes the stored form of the pages below another path than the request's. The request does not bear its cookie, so it
 * is deleted whether or not it exists. For route handlers only.
 */
export async function forgetSentForm(path: string): Promise<void> {
  const jar = await cookies()
  jar.set(COOKIE, '', { path, maxAge: 0 })
}

const NOT_KEPT: Refusal = {
  message:
    'That did not go through, and what you typed was not kept: your browser refused our cookie, or half an hour has passed. ' +
    'Nothing has been ordered. Please allow cookies for this shop in your browser’s settings and try again.',
}

/**
 * Returns the values that were typed into this page's form. Also returns the refusal if `id`, which comes from the
 * address, is the stored form's id. If there is an `id` but no cookie, the refusal says that the form was not kept.
 */
export async function readSentForm(id: unknown): Promise<Pick<SentForm, 'values' | 'refusal'> & { isBack: boolean }> {
  const form = openForm((await cookies()).get(COOKIE)?.value)
  if (form === null) return { values: {}, refusal: typeof id === 'string' ? NOT_KEPT : undefined, isBack: false }
  const isBack = form.id === id
  return { values: form.values, refusal: isBack ? form.refusal : undefined, isBack }
}

/**
 * Returns the form as a signed cookie value. If it is too long, first drops the refusal's details, then shortens the
 * texts, then drops the field errors, and finally all values.
 */
export function sealForm(form: SentForm): string {
  const { id, values, refusal } = form
  const short = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.slice(0, SHORTENED)]))
  const candidates: SentForm[] = [
    form,
    { id, values, refusal: refusal && { ...refusal, details: undefined } },
    { id, values: short, refusal: refusal && { ...refusal, details: undefined } },
    { id, values: short, refusal: refusal && { message: refusal.message } },
  ]
  return (
    candidates.map(seal).find((text) => text.length <= MAX_BYTES) ??
    seal({ id, values: {}, refusal: candidates[3]?.refusal })
  )
}

/** Returns the form from a cookie value; null if there is no cookie or its signature is wrong. */
export function openForm(cookie: string | undefined): SentForm | null {
  const [body = '', signature = ''] = cookie?.split('.') ?? []
  if (!isSignatureOf('sent form', body, signature)) return null
  const json = inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: MAX_INFLATED }).toString()
  return sentFormSchema.safeParse(JSON.parse(json)).data ?? null
}

function seal(form: SentForm): string {
  const body = deflateRawSync(JSON.stringify(form)).toString('base64url')
  return `${body}.${signatureOf('sent form', body)}`
}
