import type { Metadata } from 'next'
import { WithdrawalForm } from '@/components/orders/withdrawal/withdrawal-form'
import { readWithdrawalForm } from '@/lib/http/forms/withdrawal'

export const metadata: Metadata = {
  title: 'Withdraw from contract',
  description: 'Withdraw from a contract within 14 days, without a reason and without an account.',
  alternates: { canonical: '/withdraw' },
}
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Withdraw({ searchParams }: PageProps<'/withdraw'>) {
  const { values, refusal } = await readWithdrawalForm(await searchParams)
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <WithdrawalForm values={values} refusal={refusal} />
    </div>
  )
}
