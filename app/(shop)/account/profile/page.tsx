import type { Metadata } from 'next'
import { Outcome } from '@/components/customers/account/parts'
import { Profile } from '@/components/customers/account/profile'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readProfile, requireCustomer } from '@/lib/queries/customers'

const TEXTS = { name: 'Your name is saved.', notice: 'Saved.' }

export const metadata: Metadata = { title: 'Your profile', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function AccountProfile({ searchParams }: PageProps<'/account/profile'>) {
  const { done, sent } = await searchParams
  const profile = await outcomeOf(requireCustomer('/account/profile').then(({ userId }) => readProfile(userId)))
  if (!profile.ok) return profile.instead
  const { values, refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Profile</h1>
      <Outcome done={done} texts={TEXTS} refusal={refusal?.fieldErrors ? undefined : refusal} />
      <Profile profile={profile.value} values={values} refusal={refusal} />
    </>
  )
}
