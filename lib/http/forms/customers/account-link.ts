import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/current-actor'
import type { Answer } from '@/lib/contracts/answer'
import { confirmClaim, confirmEmail } from '@/lib/operations/customers/account'
import type { Fields } from '../form-post'
import { answerForm } from '../plain-form'

const PLACE = '/account-link'

interface LinkForm {
  page: string
  run: (fields: Fields, actor: Actor) => Promise<Answer<{ next: string }>>
}

/** The buttons on pages that an account's mails link to, by the last segment of their address. */
const FORMS: Record<string, LinkForm> = {
  email: {
    page: `${PLACE}/email`,
    run: async (fields, actor) => {
      const answer = await confirmEmail.execute(fields, actor)
      return answer.ok ? { ok: true, next: `${PLACE}/email?done=email` } : answer
    },
  },
  order: {
    page: `${PLACE}/order`,
    run: async (fields, actor) => {
      const answer = await confirmClaim.execute(fields, actor)
      return answer.ok ? { ok: true, next: `/orders/${answer.orderId}` } : answer
    },
  },
}

/** Handles the buttons on pages that an account's mails link to. Unknown names are a 404. */
export async function answerAccountLink(request: Request, name: string): Promise<Response> {
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined
  if (!form) return new Response('There is no such form.\n', { status: 404 })
  return answerForm(request, {
    page: form.page,
    place: PLACE,
    keep: ['token'],
    run: async (fields) => form.run(fields, await currentActor()),
    next: ({ next }) => next,
  })
}
