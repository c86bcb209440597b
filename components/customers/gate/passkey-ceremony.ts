import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { z } from 'zod'

/** What a ceremony led to: the next page, or why it did not work. */
export type CeremonyAnswer = { ok: true; next: string } | { ok: false; message: string }

const NOT_USED = 'You cancelled, or this device has none for Nexus. Nothing was changed. Try again or use your e-mail.'
const NOT_ADDED = 'The window was closed, or this device has a passkey for Nexus already.'
const UNREACHED = 'We did not hear back from the shop. Please try again.'

/** Where the steps of a ceremony are: the shop's, or the office's. */
export type CeremonyPlace = 'shop' | 'office'

const SIGN_IN = { shop: '/sign-in/passkey', office: '/admin/sign-in/passkey' }
const ADDING = { shop: '/account/passkey', office: '/admin/security/passkey' }

/**
 * Signs in with a passkey. With `isAutofill`, waits until the person picks one in the e-mail field, and returns null if
 * the browser cannot do that, or if another ceremony replaced it.
 */
export async function signInWithPasskey({
  to,
  isAutofill,
  place = 'shop',
}: {
  to: string
  isAutofill: boolean
  place?: CeremonyPlace
}): Promise<CeremonyAnswer | null> {
  try {
    if (isAutofill && !(await browserSupportsWebAuthnAutofill())) return null
    const { startedSchema, finishedSchema } = await import('@/lib/contracts/customers/passkeys')
    const started = await post(`${SIGN_IN[place]}/start`, {}, startedSchema<PublicKeyCredentialRequestOptionsJSON>())
    if (!started.ok) return isAutofill ? null : started
    const response = await startAuthentication({ optionsJSON: started.options, useBrowserAutofill: isAutofill }).catch(
      () => null,
    )
    if (!response) return isAutofill ? null : { ok: false, message: NOT_USED }
    const { challengeId } = started
    return await post(`${SIGN_IN[place]}/finish`, { challengeId, response, to }, finishedSchema)
  } catch {
    return isAutofill ? null : { ok: false, message: UNREACHED }
  }
}

/** Adds a passkey of this device to the account that is signed in. */
export async function addPasskey(name: string, place: CeremonyPlace = 'shop'): Promise<CeremonyAnswer> {
  try {
    const { startedSchema, finishedSchema } = await import('@/lib/contracts/customers/passkeys')
    const started = await post(`${ADDING[place]}/start`, {}, startedSchema<PublicKeyCredentialCreationOptionsJSON>())
    if (!started.ok) return started
    const response = await startRegistration({ optionsJSON: started.options }).catch(() => null)
    if (!response) return { ok: false, message: NOT_ADDED }
    const { challengeId } = started
    return await post(`${ADDING[place]}/finish`, { challengeId, response, name }, finishedSchema)
  } catch {
    return { ok: false, message: UNREACHED }
  }
}

async function post<Schema extends z.ZodType>(path: string, body: object, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
  return schema.parse(await response.json())
}
