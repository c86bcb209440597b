import type { Metadata } from 'next'
import { breadcrumbData, JsonLd, listData } from '@/components/layout/page/json-ld'
import { NotThere } from '@/components/layout/page/outcome'
import { shareData } from '@/components/layout/page/share'
import { ListingBody } from '@/components/listing/body-client'
import { ListingHead } from '@/components/listing/head'
import { Listing } from '@/components/listing/listing'
import { ListingCount } from '@/components/listing/listing-client'
import { listingOfPath } from '@/components/listing/path-listing'
import { listingTitle } from '@/components/listing/words'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { getPathListing } from '@/lib/queries/listing/listing'
import { getCollections } from '@/lib/queries/merchandising'
import { shopOrigin } from '@/lib/queries/site'

export const ensureStatic = 'navigation'
// The page is sent in one piece, so that a missing collection gives status 404 and nothing waits for client-side
// scripts.
export const instant = false

export async function generateStaticParams() {
  const collections = await getCollections()
  return collections.length > 0
    ? collections.map(({ slug }) => ({ collection: [slug] }))
    : [{ collection: ['none-yet'] }]
}

export async function generateMetadata({ params }: PageProps<'/collections/[...collection]'>): Promise<Metadata> {
  const view = await getPathListing((await params).collection, 'collection').catch(() => null)
  if (!view?.collection) return { title: 'Not found' }
  const { collection, href } = view
  const title = listingTitle(collection.name, view)
  const { description } = collection
  return {
    title,
    description,
    alternates: { canonical: href },
    openGraph: shareData({ title, description, url: href }),
  }
}

export default async function CollectionPage({ params }: PageProps<'/collections/[...collection]'>) {
  const found = await listingOfPath((await params).collection, 'collection')
  if (!found.ok) return found.instead
  const { view } = found.value
  if (!view.collection) return <NotThere />
  const { name, description, trail } = view.collection
  return (
    <Listing view={view} title={name} noun="things">
      <JsonLd data={listData(shopOrigin(), { name, description, href: view.href, items: view.cards })} />
      <JsonLd data={breadcrumbData(shopOrigin(), trail)} />
      <div className="wrap pt-5">
        <Breadcrumb trail={trail} />
        <ListingHead title={name}>
          <ListingCount /> {description}
        </ListingHead>
      </div>
      <ListingBody withCategories="always" />
    </Listing>
  )
}
