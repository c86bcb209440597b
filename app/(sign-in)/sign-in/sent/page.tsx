import type { Metadata } from 'next'
import { Gate } from '@/components/customers/gate/gate'
import { LinkSent } from '@/components/customers/gate/mail-links'
import { StartAnew } from '@/components/customers/gate/sign-in-first'
import { readSentForm } from '@/lib/http/forms/sent-form'

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Sent() {
  const { values } = await readSentForm(undefined)
  if (!values.email || !values.kind)
    return (
      <Gate>
        <StartAnew />
      </Gate>
    )
  return (
    <Gate>
      <LinkSent values={values} />
    </Gate>
  )
}
