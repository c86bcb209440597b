import type { Metadata } from 'next'
import { CartsJoined } from '@/components/customers/gate/arrivals'
import { Gate } from '@/components/customers/gate/gate'
import { StartAnew } from '@/components/customers/gate/sign-in-first'
import { readJoined } from '@/lib/http/forms/customers/sign-in'

export const metadata: Metadata = { title: 'Your carts are one now', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function JoinedPage() {
  const arrival = await readJoined()
  if (!arrival)
    return (
      <Gate>
        <StartAnew href="/account" label="Go on" />
      </Gate>
    )
  return (
    <Gate>
      <CartsJoined joined={arrival.joined} next={arrival.next} />
    </Gate>
  )
}
