import { currentActor } from '@/lib/auth/current-actor'
import { statusOf } from '@/lib/errors'
import * as notices from '@/lib/operations/customers/notices'
import { readFormPost, seeOther } from '../form-post'
import { answerForm, answerOf } from '../plain-form'

const PAGE = '/tell-me-when'

/** Handles the form that asks for a mail when a SKU is in stock again. */
export const answerTellMeWhen = (request: Request): Promise<Response> =>
  answerForm(request, {
    page: PAGE,
    keep: ['sku', 'email'],
    run: async (fields) => notices.tellMeWhen.execute(fields, await currentActor()),
    next: ({ isSet }) => `${PAGE}?done=${isSet ? 'set' : 'sent'}`,
  })

/** Handles the button on the page that the mail to a guest links to. */
export const answerConfirmTellMeWhen = (request: Request): Promise<Response> =>
  answerForm(request, {
    page: `${PAGE}/confirm`,
    keep: [],
    run: async (fields) => notices.confirmTellMeWhen.execute(fields, await currentActor()),
    next: () => `${PAGE}?done=set`,
  })

const UNSUBSCRIBE_PAGE = '/unsubscribe/mails'

/** Leads people who open a mail's link to the page with the button, because mail scanners open links too. */
export function answerUnsubscribeLink(request: Request): Response {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return seeOther(`${UNSUBSCRIBE_PAGE}?${new URLSearchParams({ token })}`)
}

/**
 * Switches a kind of mail off with the token of the address (RFC 8058), or on again with `isOn`. Mail providers post
 * without cookies from another site and get a line of text; people who press the button get the page that says so.
 */
export async function answerUnsubscribe(request: Request): Promise<Response> {
  const fields = await readFormPost(request, { fromAnywhere: true })
  if (fields instanceof Response) return fields
  const token = new URL(request.url).searchParams.get('token') ?? fields.token ?? ''
  const isOneClick = fields['List-Unsubscribe'] !== undefined
  const input = { token, ...(!isOneClick && fields.isOn && { isOn: fields.isOn }) }
  const answer = await answerOf(async () => notices.switchMails.execute(input, await currentActor()))
  const page = `${UNSUBSCRIBE_PAGE}?${new URLSearchParams({ token, ...(input.isOn && { done: 'on' }) })}`
  if (!isOneClick) return seeOther(page)
  return answer.ok
    ? new Response('These mails are switched off.\n', { headers: { 'cache-control': 'no-store' } })
    : new Response(`${answer.message}\n`, { status: statusOf(answer), headers: { 'cache-control': 'no-store' } })
}
