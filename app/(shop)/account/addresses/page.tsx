import type { Metadata } from 'next'
import { AddressDeleted, Addresses } from '@/components/customers/account/addresses'
import { Outcome } from '@/components/customers/account/parts'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readAddresses, requireCustomer } from '@/lib/queries/customers'

const TEXTS = { address: 'The address is saved.' }

export const metadata: Metadata = { title: 'Your addresses', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function AccountAddresses({ searchParams }: PageProps<'/account/addresses'>) {
  const { done, sent } = await searchParams
  const addresses = await outcomeOf(requireCustomer('/account/addresses').then(({ userId }) => readAddresses(userId)))
  if (!addresses.ok) return addresses.instead
  const { values, refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Addresses</h1>
      {done === 'deleted' && values.street ? (
        <AddressDeleted values={values} />
      ) : (
        <Outcome done={done} texts={TEXTS} refusal={refusal} />
      )}
      <Addresses addresses={addresses.value} />
    </>
  )
}
