import type { Metadata } from 'next'
import { AddPasskey } from '@/components/customers/security/add-passkey-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readDevice, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Add a passkey', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function NewPasskey() {
  const customer = await outcomeOf(requireCustomer('/account/security/passkey'))
  if (!customer.ok) return customer.instead
  return (
    <>
      <h1 className="text-d2 pb-4">Next time, one touch</h1>
      <AddPasskey device={await readDevice()} />
    </>
  )
}
