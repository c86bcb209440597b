import type { Metadata } from 'next'
import { CollectionTiles } from '@/components/catalog/collection-tiles'
import { breadcrumbData, JsonLd } from '@/components/layout/page/json-ld'
import { outcomeOf } from '@/components/layout/page/outcome'
import { ListingHead } from '@/components/listing/head'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Breadcrumb } from '@/components/ui/navigation/breadcrumb'
import { getCollections } from '@/lib/queries/merchandising'
import { shopOrigin } from '@/lib/queries/site'

export const ensureStatic = 'navigation'

const TRAIL = [{ name: 'Collections', href: '/collections' }]

export const metadata: Metadata = {
  title: 'Collections',
  description: 'Collections put together by people here: by hand, or by a rule and for a good reason.',
  alternates: { canonical: '/collections' },
}

export default async function CollectionsPage() {
  const found = await outcomeOf(getCollections())
  if (!found.ok) return found.instead
  const collections = found.value
  return (
    <div className="wrap pt-5">
      <JsonLd data={breadcrumbData(shopOrigin(), TRAIL)} />
      <Breadcrumb trail={TRAIL} />
      <ListingHead title="Collections">
        Collections put together by people here: by hand, or by a rule and for a good reason.
      </ListingHead>
      {collections.length === 0 ? (
        <EmptyState title="No collections yet" text="You can find everything in the departments." object="box">
          <ButtonLink tone="accent" href="/departments">
            All departments
          </ButtonLink>
        </EmptyState>
      ) : (
        <CollectionTiles links={collections} />
      )}
    </div>
  )
}
