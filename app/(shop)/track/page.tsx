import type { Metadata } from 'next'
import { TrackForm } from '@/components/orders/track-form-client'
import { readSentForm } from '@/lib/http/forms/sent-form'

export const metadata: Metadata = {
  title: 'Where is my order?',
  description: 'Track an order by its number and your e-mail address.',
  alternates: { canonical: '/track' },
}
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Track({ searchParams }: PageProps<'/track'>) {
  const { values, refusal } = await readSentForm((await searchParams).sent)
  return (
    <div className="wrap pt-6 md:pt-10">
      <div className="max-w-[36rem]">
        <h1 className="text-d2 pb-3">Where is my order?</h1>
        <p className="text-lg pb-6">
          You need the order number and your e-mail address. Both are in the confirmation we sent.
        </p>
        <TrackForm values={values} refusal={refusal} />
      </div>
    </div>
  )
}
