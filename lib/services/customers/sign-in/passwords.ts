import { hash, verify } from '@node-rs/argon2'
import { normalPassword, type PasswordContext, passwordFault } from '@/lib/domain/customers/password'
import { DomainError } from '@/lib/errors'

// Argon2id with the parameters that OWASP recommends (Password Storage Cheat Sheet). It runs outside the main thread.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SHOP = 'Nexus'
const CURRENT = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/

/** Returns the hash of a new password, as a PHC string. */
export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), PARAMETERS)

// The hash of a password that nobody has, so that an unknown address takes as long as a wrong password.
let nobodys: Promise<string> | undefined

/** Returns whether a password has this hash. A missing hash matches nothing, and takes just as long. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID())
  const isSame = await verify(known ?? (await nobodys), normalPassword(password))
  return isSame && known !== null
}

/** Returns whether a hash was made with older parameters and should be made again. */
export const isOutdated = (known: string): boolean => !CURRENT.test(known)

let common: Promise<ReadonlySet<string>> | undefined

/** The most common passwords of breaches, in lower case. Loaded when a password is first chosen. */
const commonPasswords = () => {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  return common
}

/**
 * Throws invalid_input with a reason if a new password cannot be used. `ownWords` are the person's, to which the name of
 * the shop is added; `field` names the password in the form.
 */
export async function requireGoodPassword(
  password: string,
  context: Omit<PasswordContext, 'isCommon'> & { field?: string },
): Promise<void> {
  const known = await commonPasswords()
  const fault = passwordFault(normalPassword(password), {
    ...context,
    ownWords: [...context.ownWords, SHOP],
    isCommon: (text) => known.has(text),
  })
  if (fault) throw new DomainError('invalid_input', fault, { field: context.field ?? 'password' })
}
