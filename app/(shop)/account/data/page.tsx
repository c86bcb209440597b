import type { Metadata } from 'next'
import { PersonalData } from '@/components/customers/account/data'
import { Outcome } from '@/components/customers/account/parts'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readPersonalData, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Your data', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Data({ searchParams }: PageProps<'/account/data'>) {
  const data = await outcomeOf(requireCustomer('/account/data').then(({ userId }) => readPersonalData(userId)))
  if (!data.ok) return data.instead
  const { refusal } = await readSentForm((await searchParams).sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Your data</h1>
      <Outcome done={null} texts={{}} refusal={refusal} />
      <PersonalData last={data.value.last} />
    </>
  )
}
