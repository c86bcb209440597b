import type { Metadata } from 'next'
import { CategoryTiles } from '@/components/catalog/category-tiles'
import { breadcrumbData, JsonLd } from '@/components/layout/page/json-ld'
import { NotThere } from '@/components/layout/page/outcome'
import { shareData } from '@/components/layout/page/share'
import { ListingBody } from '@/components/listing/body-client'
import { ListingHead } from '@/components/listing/head'
import { Listing } from '@/components/listing/listing'
import { ListingCount, WhileWhole } from '@/components/listing/listing-client'
import { listingOfPath } from '@/components/listing/path-listing'
import { listingTitle } from '@/components/listing/words'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { getMenu } from '@/lib/queries/catalog/menu'
import { getPathListing } from '@/lib/queries/listing/listing'
import { shopOrigin } from '@/lib/queries/site'

export const ensureStatic = 'navigation'
// The page is sent in one piece, so that a missing category gives status 404 and nothing waits for client-side scripts.
export const instant = false

export async function generateStaticParams() {
  const { departments } = await getMenu()
  return departments.length > 0 ? departments.map(({ slug }) => ({ category: [slug] })) : [{ category: ['none-yet'] }]
}

export async function generateMetadata({ params }: PageProps<'/c/[...category]'>): Promise<Metadata> {
  const view = await getPathListing((await params).category, 'in').catch(() => null)
  if (!view?.category) return { title: 'Not found' }
  const { category, href } = view
  const title = listingTitle(category.name, view)
  const { description } = category
  return {
    title,
    description,
    alternates: { canonical: href },
    openGraph: shareData({ title, description, url: href }),
  }
}

export default async function CategoryPage({ params }: PageProps<'/c/[...category]'>) {
  const found = await listingOfPath((await params).category, 'in')
  if (!found.ok) return found.instead
  const { view, isWhole } = found.value
  if (!view.category) return <NotThere />
  const { name, description, trail } = view.category
  const hasCategoryTiles = view.children.length > 0 && isWhole
  return (
    <Listing view={view} title={name} noun={view.children.length > 0 ? 'things' : name.toLowerCase()}>
      <JsonLd data={breadcrumbData(shopOrigin(), trail)} />
      <div className="wrap pt-5">
        <Breadcrumb trail={trail} />
        <ListingHead title={name}>
          <ListingCount /> {description}
        </ListingHead>
        {hasCategoryTiles && (
          <WhileWhole>
            <CategoryTiles links={view.children} small />
          </WhileWhole>
        )}
      </div>
      <ListingBody withCategories={hasCategoryTiles ? 'narrowed' : 'always'} />
    </Listing>
  )
}
