import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ListingBody } from '@/components/listing/body-client'
import { ListingHead } from '@/components/listing/head'
import { Listing } from '@/components/listing/listing'
import { NEW_LEAD } from '@/components/listing/words'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { getScopeListing } from '@/lib/queries/listing/listing'

export const ensureStatic = 'navigation'

export const metadata: Metadata = {
  title: 'New on the shelf',
  description: NEW_LEAD,
  alternates: { canonical: '/new' },
}

export default async function NewPage() {
  const found = await outcomeOf(getScopeListing('new'))
  if (!found.ok) return found.instead
  return (
    <Listing view={found.value} title="New on the shelf" noun="things">
      <div className="wrap pt-5">
        <Breadcrumb trail={[{ name: 'New', href: '/new' }]} />
        <ListingHead title="New on the shelf">{NEW_LEAD}</ListingHead>
      </div>
      <ListingBody withCategories="always" />
    </Listing>
  )
}
