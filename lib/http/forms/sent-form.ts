import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { cookies } from 'next/headers'
import { type SentForm, sentFormSchema } from '@/lib/contracts/sent-form'
import { env } from '@/lib/env'

// Without scripts a form that is refused comes back by a redirect, and this cookie brings what was typed along. (A
// server action's form state would do it, were it not lost where a page resumes from a prerendered shell.)
const COOKIE = 'nexus-sent'
const MINUTES = 30
const MAX_BYTES = 3_800 // with name and attributes under the 4 kB that browsers keep
const MAX_INFLATED = 50_000
const SHORTENED = 120

/** Keeps the form for the page at `path`. For route handlers only. */
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

/** Forgets the form of the page at `path`. For route handlers only. */
export async function dropSentForm(path: string): Promise<void> {
  const jar = await cookies()
  if (jar.has(COOKIE)) jar.set(COOKIE, '', { path, maxAge: 0 })
}

/** What was typed into the form of this page; and why it was refused, where `id` says that this is the page to tell it. */
export async function readSentForm(id: unknown): Promise<Pick<SentForm, 'values' | 'refusal'> & { isBack: boolean }> {
  const form = openForm((await cookies()).get(COOKIE)?.value)
  const isBack = form !== null && form.id === id
  return { values: form?.values ?? {}, refusal: isBack ? form.refusal : undefined, isBack }
}

/** The form as a cookie's value, signed. What does not fit goes in this order: details, ends of long texts, faults. */
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

/** The form from a cookie's value; null where there is none or somebody edited it. */
export function openForm(cookie: string | undefined): SentForm | null {
  const [body = '', signature = ''] = cookie?.split('.') ?? []
  const expected = Buffer.from(sign(body))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const json = inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: MAX_INFLATED }).toString()
  return sentFormSchema.safeParse(JSON.parse(json)).data ?? null
}

function seal(form: SentForm): string {
  const body = deflateRawSync(JSON.stringify(form)).toString('base64url')
  return `${body}.${sign(body)}`
}

const sign = (body: string) => createHmac('sha256', env().NEXUS_SECRET).update(`sent form ${body}`).digest('base64url')
