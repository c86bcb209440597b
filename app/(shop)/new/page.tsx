import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/outcome'
import { ListingBody } from '@/components/listing/body-client'
import { ListingHead } from '@/components/listing/head'
import { Listing } from '@/components/listing/listing'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { NEW_FOR_DAYS } from '@/lib/domain/catalog/newness'
import { listingState } from '@/lib/domain/listing/listing'
import { getListing } from '@/lib/queries/listing/listing'

export const ensureStatic = 'navigation'

export const metadata: Metadata = {
  title: 'New on the shelf',
  description: `What came in within the last ${NEW_FOR_DAYS} days, newest first.`,
  alternates: { canonical: '/new' },
}

export default async function NewPage() {
  const found = await outcomeOf(getListing(listingState({ scope: 'new' })))
  if (!found.ok) return found.instead
  return (
    <Listing view={found.value} title="New on the shelf" noun="things">
      <div className="wrap pt-5">
        <Breadcrumb trail={[{ name: 'New', href: '/new' }]} />
        <ListingHead title="New on the shelf">
          What came in within the last {NEW_FOR_DAYS} days. The latest stands in front.
        </ListingHead>
      </div>
      <ListingBody withCategories="always" />
    </Listing>
  )
}
