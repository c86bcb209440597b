import type { Metadata } from 'next'
import { EmailChanged, LinkGone, PressOnce } from '@/components/customers/gate/account-links'
import { SignInDown } from '@/components/customers/gate/down'
import { Gate } from '@/components/customers/gate/gate'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readLink } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Your new e-mail', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function NewEmail({ searchParams }: PageProps<'/account-link/email'>) {
  const { token, done, sent } = await searchParams
  const { values } = await readSentForm(sent)
  const link = await outcomeOf(
    readLink('email_change', token ?? values.token).then((link) => ({ link })),
    <SignInDown />,
  )
  if (!link.ok) return link.instead
  return (
    <Gate>
      {done === 'email' ? (
        <EmailChanged />
      ) : link.value.link ? (
        <PressOnce form="email" link={link.value.link} label="Use this address">
          It makes <b className="who-name">{link.value.link.email}</b> the address of your account.
        </PressOnce>
      ) : (
        <LinkGone href="/account/profile" />
      )}
    </Gate>
  )
}
