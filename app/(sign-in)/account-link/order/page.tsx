import type { Metadata } from 'next'
import { LinkGone, PressOnce } from '@/components/customers/gate/account-links'
import { SignInDown } from '@/components/customers/gate/down'
import { Gate } from '@/components/customers/gate/gate'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readLink } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Add an order', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function ClaimedOrder({ searchParams }: PageProps<'/account-link/order'>) {
  const { token, sent } = await searchParams
  const { values } = await readSentForm(sent)
  const link = await outcomeOf(
    readLink('order_claim', token ?? values.token).then((link) => ({ link })),
    <SignInDown />,
  )
  if (!link.ok) return link.instead
  return (
    <Gate>
      {link.value.link ? (
        <PressOnce form="order" link={link.value.link} label="Add the order">
          It adds your order to the account that asked for it.
        </PressOnce>
      ) : (
        <LinkGone href="/account/orders/claim" />
      )}
    </Gate>
  )
}
