import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Onward } from '@/components/layout/page/onward'
import { Receipt } from '@/components/orders/withdrawal/withdrawal-receipt'
import { readWithdrawalReceipt } from '@/lib/http/forms/withdrawal'

export const metadata: Metadata = { title: 'Your withdrawal is in', robots: { index: false } }
export const instant = false

export default async function WithdrawalDone() {
  await connection()
  const receipt = await readWithdrawalReceipt()
  if (!receipt) return <Onward href="/withdraw" title="Nothing was withdrawn here" label="Withdraw from a contract" />
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <Receipt receipt={receipt} />
    </div>
  )
}
