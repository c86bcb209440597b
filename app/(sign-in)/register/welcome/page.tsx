import type { Metadata } from 'next'
import { Welcome } from '@/components/customers/gate/arrivals'
import { SignInDown } from '@/components/customers/gate/down'
import { Gate } from '@/components/customers/gate/gate'
import { StartAnew } from '@/components/customers/gate/sign-in-first'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readJoined } from '@/lib/http/forms/customers/sign-in'
import { requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'You are in', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function WelcomePage() {
  const customer = await outcomeOf(requireCustomer('/account'), <SignInDown />)
  if (!customer.ok) return customer.instead
  const arrival = await readJoined()
  if (!arrival)
    return (
      <Gate>
        <StartAnew href="/account" label="Go on" />
      </Gate>
    )
  return (
    <Gate>
      <Welcome name={customer.value.user.name} joined={arrival.joined} next={arrival.next} />
    </Gate>
  )
}
