import type { Metadata } from 'next'
import { AddressForm } from '@/components/customers/account/addresses'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readAddressForm, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'An address', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function EditAddress({ searchParams }: PageProps<'/account/addresses/edit'>) {
  const { id, sent } = await searchParams
  const saved = await outcomeOf(requireCustomer('/account/addresses').then(({ userId }) => readAddressForm(userId, id)))
  if (!saved.ok) return saved.instead
  const { values, refusal } = await readSentForm(sent)
  const shown = refusal ? values : saved.value
  return (
    <>
      <h1 className="text-d2 pb-4">{shown.id ? 'Edit the address' : 'A new address'}</h1>
      <AddressForm values={shown} refusal={refusal} />
    </>
  )
}
