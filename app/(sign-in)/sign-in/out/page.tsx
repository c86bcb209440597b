import type { Metadata } from 'next'
import { SignedOut } from '@/components/customers/gate/arrivals'
import { ForgetHere } from '@/components/customers/gate/forget-here-client'
import { Gate } from '@/components/customers/gate/gate'

export const metadata: Metadata = { title: 'Signed out', robots: { index: false } }

export default function Out() {
  return (
    <Gate>
      <ForgetHere />
      <SignedOut />
    </Gate>
  )
}
