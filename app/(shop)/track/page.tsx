import type { Metadata } from 'next'
import { TrackForm } from '@/components/order/track-form-client'

export const metadata: Metadata = {
  title: 'Where is my order?',
  description: 'Look an order up by its number and your e-mail address.',
}

export default function Track() {
  return (
    <div className="wrap pt-6 md:pt-10">
      <div className="max-w-[36rem]">
        <h1 className="text-d2 pb-3">Where is my order?</h1>
        <p className="text-lg pb-6">Number and e-mail are enough. Both stand in the confirmation that we sent.</p>
        <TrackForm />
      </div>
    </div>
  )
}
