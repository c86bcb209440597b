import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { Receipt } from '@/components/orders/withdrawal/withdrawal-receipt'
import { readWithdrawalReceipt } from '@/lib/http/forms/withdrawal'

export const metadata: Metadata = { title: 'Your withdrawal is in', robots: { index: false } }
export const instant = false

export default async function WithdrawalDone() {
  await connection()
  const receipt = await readWithdrawalReceipt()
  if (!receipt) redirect('/withdraw')
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <Receipt receipt={receipt} />
    </div>
  )
}
