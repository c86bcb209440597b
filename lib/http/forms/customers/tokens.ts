import type { Actor } from '@/lib/auth/actor'
import type { Answer } from '@/lib/contracts/answer'
import { ALL_CUSTOMER_SCOPES, scopeField } from '@/lib/domain/customers/scopes'
import { createApiToken, revokeApiToken } from '@/lib/operations/customers/tokens'
import { sealApiToken } from '@/lib/services/customers/tokens/api-tokens'
import type { Fields } from '../form-post'

const TOKENS = '/account/tokens'
const SCOPE_FIELDS = ALL_CUSTOMER_SCOPES.map(scopeField)

/** The forms of /account/tokens, by the last segment of their address. */
export const TOKEN_FORMS = {
  'make-token': {
    page: `${TOKENS}/new`,
    keep: ['name', 'ends', ...SCOPE_FIELDS],
    run: async (fields: Fields, actor: Actor): Promise<Answer<{ next: string; values?: Fields }>> => {
      const { name, ends } = fields
      const scopes = SCOPE_FIELDS.map((field) => fields[field]).filter((scope) => scope !== undefined)
      const answer = await createApiToken.execute({ name, ends, scopes }, actor)
      if (!answer.ok) return answer
      const tokenOf = actor.customer?.userId ?? ''
      const values = { tokenId: answer.id, sealedToken: sealApiToken(answer.token, tokenOf), tokenOf }
      return { ok: true, next: `${TOKENS}/made`, values }
    },
  },
  'revoke-token': {
    page: TOKENS,
    keep: [],
    run: async (fields: Fields, actor: Actor): Promise<Answer<{ next: string }>> => {
      const answer = await revokeApiToken.execute(fields, actor)
      return answer.ok ? { ok: true, next: `${TOKENS}?done=revoked` } : answer
    },
  },
}
