import { z } from 'zod'
import { answerSchema } from '../answer'
import { lineSchema } from '../common'

const base64url = z.string().regex(/^[\w-]{1,8192}$/)
const extensions = z.record(z.string(), z.unknown())

/** The browser's answer to a sign-in with a passkey (AuthenticationResponseJSON of WebAuthn, level 3). */
export const authenticationSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: extensions,
})

/** The browser's answer to the creation of a passkey (RegistrationResponseJSON of WebAuthn, level 3). */
export const registrationSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional(),
  }),
  clientExtensionResults: extensions,
})

/** What the browser sends to sign in with a passkey. `to` is the page to go to afterwards. */
export const passkeySignInSchema = z.object({
  challengeId: z.uuid(),
  response: authenticationSchema,
  to: z.string().optional(),
})

/** What the browser sends to add a passkey to an account. */
export const newPasskeySchema = z.object({
  challengeId: z.uuid(),
  response: registrationSchema,
  name: lineSchema({ max: 60, missing: 'Please name the passkey.' }),
})

// The options are made by the library on the server, and read by its counterpart in the browser.
const options = <Options>() => z.custom<Options>((value) => typeof value === 'object' && value !== null)

/** Answer to the start of a ceremony: its challenge and the options for the browser. */
export const startedSchema = <Options>() =>
  answerSchema(z.object({ challengeId: z.uuid(), options: options<Options>() }))

/** Answer to the end of a ceremony: where to go. */
export const finishedSchema = answerSchema(z.object({ next: z.string() }))
