import type { Metadata } from 'next'
import { ListingBody } from '@/components/catalog/listing-body'
import { countSentence, LeftOut, ListingHead } from '@/components/catalog/listing-head'
import { outcomeOf } from '@/components/layout/outcome'
import { Meant } from '@/components/search/meant'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import type { ListingView } from '@/lib/contracts/listing'
import { withCategory } from '@/lib/domain/listing'
import { type ListingNotice, parseListingUrl, parseSearchParams, type SearchParams } from '@/lib/domain/listing-url'
import { getListing } from '@/lib/queries/listing'

// Whole or not at all: what streams in later stays hidden without scripts.
export const instant = false

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const found = await nearestListing(await searchParams).catch(() => null)
  if (!found) return { title: 'Search', robots: { index: false } }
  const { view } = found
  return { title: titleOf(view), alternates: { canonical: view.href }, robots: { index: false, follow: true } }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const found = await outcomeOf(nearestListing(await searchParams))
  if (!found.ok) return found.instead
  const { view, notices } = found.value
  const trail = view.category?.trail ?? []
  return (
    <>
      <div className="wrap pt-5">
        <Breadcrumb trail={[...trail, { name: textOf(view) ? 'Search' : 'Filtered', href: view.href }]} />
        <ListingHead title={titleOf(view)}>{countSentence(view)}</ListingHead>
        <Meant view={view} />
        <LeftOut notices={notices} unknown={view.unknown} />
      </div>
      <ListingBody view={view} noun={nounOf(view)} withCategories />
    </>
  )
}

/** The listing that is asked for; of a category that does not exist, the one of the whole shop. */
async function nearestListing(params: SearchParams): Promise<{ view: ListingView; notices: ListingNotice[] }> {
  const { state, notices } = parseSearchParams(params)
  const view = await getListing(state)
  if (view) return { view, notices }
  const everywhere = await getListing(withCategory(state, null))
  if (!everywhere) throw new Error('The whole shop cannot be listed')
  return { view: everywhere, notices: [...notices, { type: 'unknown', key: `in=${state.category}` }] }
}

const MOST_SHOWN = 40

/** What was typed. */
const textOf = ({ q, href }: ListingView) => parseListingUrl(href).asked || q

function titleOf(view: ListingView): string {
  const { category, pairs } = view
  const text = textOf(view)
  if (text) return `“${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN).trim()}…` : text}”`
  if (category) return category.name
  const scope = pairs.find(([key]) => key === 'show')?.[1]
  return scope === 'deals' ? 'Deals' : scope === 'new' ? 'New' : 'Everything'
}

const nounOf = ({ category, children }: ListingView) =>
  category && children.length === 0 ? category.name.toLowerCase() : 'things'
