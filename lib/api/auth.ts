import type { Actor } from '@/lib/auth/actor'
import { actorOfProgram } from '@/lib/auth/programs/bearer'
import type { Answer } from '@/lib/contracts/answer'
import { toFailure } from '@/lib/errors'
import { readPublicKeys, refreshTokens, revokeTokens, signInApp } from '@/lib/operations/customers/tokens'
import { readJsonBody } from './json-body'
import { problem } from './problem'

/** The endpoints below /api/v1/auth, by the last segment of their address. */
const STEPS: Record<string, { execute(input: unknown, actor: Actor): Promise<Answer> }> = {
  token: signInApp,
  refresh: refreshTokens,
  revoke: revokeTokens,
}

/** Handles the sign-in of apps: JSON in and out, failures as problem details. Unknown names are a 404. */
export async function answerAuth(request: Request, step: string): Promise<Response> {
  const operation = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!operation) return problem({ ok: false, code: 'not_found', message: 'There is no such endpoint.' })
  const json = await readJsonBody(request)
  if (json instanceof Response) return json
  const answer = await operation.execute(json.body, await actorOfProgram(request))
  if (!answer.ok) return problem(answer)
  const { ok, ...body } = answer
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}

const KEYS_SECONDS = 600

/** Returns the public keys of access tokens as a JSON Web Key Set. */
export async function answerPublicKeys(request: Request): Promise<Response> {
  try {
    const answer = await readPublicKeys.execute({}, await actorOfProgram(request))
    if (!answer.ok) return problem(answer)
    const headers = { 'content-type': 'application/jwk-set+json', 'cache-control': `public, max-age=${KEYS_SECONDS}` }
    return Response.json({ keys: answer.keys }, { headers })
  } catch (error) {
    return problem(toFailure(error))
  }
}
