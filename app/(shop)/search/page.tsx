import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ListingBody } from '@/components/listing/body-client'
import { LeftOut, ListingHead } from '@/components/listing/head'
import { ListingInterpretation } from '@/components/listing/interpreted-client'
import { Listing } from '@/components/listing/listing'
import { ListingCount } from '@/components/listing/listing-client'
import { hasOwnPath, nounOf, textOf, titleOf } from '@/components/listing/search/title'
import { listingTitle } from '@/components/listing/words'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { searchListing } from '@/lib/queries/listing/listing'

// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const found = await searchListing(await searchParams).catch(() => null)
  if (!found) return { title: 'Search', robots: { index: false } }
  const { view } = found
  const title = listingTitle(titleOf(view), view)
  // Search engines should index a listing under its path, if it has one. The others are not indexed, because their
  // number is unbounded.
  return hasOwnPath(view)
    ? { title, alternates: { canonical: view.href } }
    : { title, robots: { index: false, follow: true } }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const found = await outcomeOf(searchListing(await searchParams))
  if (!found.ok) return found.instead
  const { view, notices } = found.value
  const trail = (view.collection ?? view.category)?.trail ?? []
  const title = titleOf(view)
  return (
    <Listing view={view} title={title} noun={nounOf(view)}>
      <div className="wrap pt-5">
        <Breadcrumb trail={[...trail, { name: textOf(view) ? 'Search' : 'Filtered', href: view.href }]} />
        <ListingHead title={title}>
          <ListingCount />
        </ListingHead>
        <ListingInterpretation />
        <LeftOut notices={notices} unknown={view.unknown} />
      </div>
      <ListingBody withCategories="always" />
    </Listing>
  )
}
