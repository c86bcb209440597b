import type { Metadata } from 'next'
import { Outcome } from '@/components/customers/account/parts'
import { ApiTokens } from '@/components/customers/tokens/api-tokens'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readApiTokens, requireCustomer } from '@/lib/queries/customers'

const TEXTS = { revoked: 'The token is revoked. Whatever uses it can do nothing more here.' }

export const metadata: Metadata = { title: 'API tokens', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function AccountTokens({ searchParams }: PageProps<'/account/tokens'>) {
  const { done, sent } = await searchParams
  const tokens = await outcomeOf(requireCustomer('/account/tokens').then(({ userId }) => readApiTokens(userId)))
  if (!tokens.ok) return tokens.instead
  const { refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">API tokens</h1>
      <Outcome done={done} texts={TEXTS} refusal={refusal} />
      <p className="acct-lead muted">
        For programs of yours that read your orders or fill your cart. A token can do what you can, within its scopes.
      </p>
      <ApiTokens tokens={tokens.value} />
    </>
  )
}
