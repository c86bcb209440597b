import type { Metadata } from 'next'
import { Asked, TellMeWhenForm } from '@/components/customers/notices/tell-me-when'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readAwaited } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'Tell me when', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function TellMeWhen({ searchParams }: PageProps<'/tell-me-when'>) {
  const { done, sent, sku } = await searchParams
  const { values, refusal } = await readSentForm(sent)
  if (done === 'set' || done === 'sent')
    return (
      <div className="wrap pt-6 pb-12 md:pt-10">
        <Asked isSet={done === 'set'} />
      </div>
    )
  const awaited = await outcomeOf(readAwaited(values.sku ?? sku))
  if (!awaited.ok) return awaited.instead
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <TellMeWhenForm awaited={awaited.value} values={values} refusal={refusal} />
    </div>
  )
}
