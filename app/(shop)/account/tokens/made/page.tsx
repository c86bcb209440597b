import type { Metadata } from 'next'
import { MadeToken, TokenShownBefore } from '@/components/customers/tokens/new-token'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readNewApiToken, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Your new token', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function MadeApiToken() {
  const { values } = await readSentForm(undefined)
  const token = await outcomeOf(
    requireCustomer('/account/tokens').then(({ userId }) => readNewApiToken(userId, values)),
  )
  if (!token.ok) return token.instead
  return (
    <>
      <h1 className="text-d2 pb-4">{token.value ? 'Copy it now' : 'It was shown before'}</h1>
      {token.value ? <MadeToken token={token.value} /> : <TokenShownBefore />}
    </>
  )
}
