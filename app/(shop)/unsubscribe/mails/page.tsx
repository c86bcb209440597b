import type { Metadata } from 'next'
import { MailSwitch } from '@/components/customers/notices/mail-switch'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSubscription } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'Mails', robots: { index: false, follow: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Unsubscribe({ searchParams }: PageProps<'/unsubscribe/mails'>) {
  const { token, done } = await searchParams
  const found = await outcomeOf(readSubscription(token).then((subscription) => ({ subscription })))
  if (!found.ok) return found.instead
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <MailSwitch subscription={found.value.subscription} isBackOn={done === 'on'} />
    </div>
  )
}
