import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Onward } from '@/components/layout/page/onward'
import { NothingKept } from '@/components/orders/withdrawal/nothing-kept'
import { WithdrawalConfirmation } from '@/components/orders/withdrawal/withdrawal-confirmation'
import { readWithdrawalReceipt, readWithdrawalStatement } from '@/lib/http/forms/withdrawal'

export const metadata: Metadata = { title: 'Confirm withdrawal', robots: { index: false } }
export const instant = false

export default async function ConfirmWithdrawal() {
  await connection()
  if (await readWithdrawalReceipt())
    return <Onward href="/withdraw/done" title="Your withdrawal is in" label="See your receipt" />
  const statement = await readWithdrawalStatement()
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      {statement ? <WithdrawalConfirmation statement={statement} /> : <NothingKept />}
    </div>
  )
}
