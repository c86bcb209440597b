import type { Metadata } from 'next'
import { SignInDown } from '@/components/customers/gate/down'
import { Gate } from '@/components/customers/gate/gate'
import { ConfirmMail, RegistrationDead } from '@/components/customers/gate/mail-links'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readLink } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Confirm your e-mail', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Confirm({ searchParams }: PageProps<'/register/confirm'>) {
  const { token, sent } = await searchParams
  const { values, refusal } = await readSentForm(sent)
  const link = await outcomeOf(
    readLink('registration', token ?? values.token).then((link) => ({ link })),
    <SignInDown />,
  )
  if (!link.ok) return link.instead
  return (
    <Gate>{link.value.link ? <ConfirmMail link={link.value.link} refusal={refusal} /> : <RegistrationDead />}</Gate>
  )
}
