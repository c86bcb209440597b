import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { AcceptForm } from '@/components/staff/gate/steps'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readInvitation } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: invitation', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Invitation({ searchParams }: PageProps<'/admin/invitation'>) {
  const { token, sent } = await searchParams
  const { values, refusal } = await readSentForm(sent)
  const invitation = await outcomeOf(readInvitation(token ?? values.token).then((open) => ({ open })))
  if (!invitation.ok) return invitation.instead
  const { open } = invitation.value
  return (
    <Entry words="The office of this shop.">
      {open ? (
        <AcceptForm invitation={open} values={values} refusal={refusal} />
      ) : (
        <>
          <h1 className="text-d3">This link no longer works</h1>
          <p>Links into the office work once, and not for ever. If you used it already, sign in.</p>
          <p>Otherwise, ask the person who sent it for a new one.</p>
          <a className="btn btn-accent" href="/admin/sign-in">
            Sign in
          </a>
        </>
      )}
    </Entry>
  )
}
