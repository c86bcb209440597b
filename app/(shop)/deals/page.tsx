import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ListingBody } from '@/components/listing/body-client'
import { ListingHead } from '@/components/listing/head'
import { Listing } from '@/components/listing/listing'
import { ListingTotal } from '@/components/listing/listing-client'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { getScopeListing } from '@/lib/queries/listing/listing'

export const ensureStatic = 'navigation'

export const metadata: Metadata = {
  title: 'Deals',
  description: 'Everything that costs less than its lowest price of the last 30 days, biggest drop first.',
  alternates: { canonical: '/deals' },
}

export default async function DealsPage() {
  const found = await outcomeOf(getScopeListing('deals'))
  if (!found.ok) return found.instead
  return (
    <Listing view={found.value} title="Deals" noun="deals">
      <div className="wrap pt-5">
        <Breadcrumb trail={[{ name: 'Deals', href: '/deals' }]} />
        <ListingHead title="Deals">
          <ListingTotal /> things, biggest drop first. Measured against the lowest price of the last 30 days, not
          against a number we made up.
        </ListingHead>
      </div>
      <ListingBody withCategories="always" />
    </Listing>
  )
}
