import type { Metadata } from 'next'
import { ConfirmGuest } from '@/components/customers/notices/tell-me-when'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readLink } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Tell me when', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function ConfirmTellMeWhen({ searchParams }: PageProps<'/tell-me-when/confirm'>) {
  const { token } = await searchParams
  const link = await outcomeOf(readLink('stock_notice', token).then((link) => ({ link })))
  if (!link.ok) return link.instead
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <ConfirmGuest link={link.value.link} />
    </div>
  )
}
