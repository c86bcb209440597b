import type { Metadata } from 'next'
import { ListingBody } from '@/components/catalog/listing-body'
import { countSentence, LeftOut, ListingHead } from '@/components/catalog/listing-head'
import { NotThere, outcomeOf } from '@/components/layout/outcome'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import type { ListingView } from '@/lib/contracts/listing'
import { parseSearchParams } from '@/lib/domain/listing-url'
import { getListing } from '@/lib/queries/listing'

// Whole or not at all: what streams in later stays hidden without scripts.
export const instant = false

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { state } = parseSearchParams(await searchParams)
  const view = await getListing(state).catch(() => null)
  if (!view) return { title: 'Not found', robots: { index: false } }
  return { title: titleOf(view), alternates: { canonical: view.href }, robots: { index: false, follow: true } }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { state, notices } = parseSearchParams(await searchParams)
  const found = await outcomeOf(getListing(state))
  if (!found.ok) return found.instead
  const view = found.value
  if (state.category !== null && !view.category) return <NotThere />
  const trail = view.category?.trail ?? []
  return (
    <>
      <div className="wrap pt-5">
        <Breadcrumb trail={[...trail, { name: state.q ? 'Search' : 'Filtered', href: view.href }]} />
        <ListingHead title={titleOf(view)}>{countSentence(view)}</ListingHead>
        <LeftOut notices={notices} unknown={view.unknown} />
      </div>
      <ListingBody view={view} noun={nounOf(view)} withCategories />
    </>
  )
}

const MOST_SHOWN = 40

function titleOf({ q, category, pairs }: ListingView): string {
  if (q) return `“${q.length > MOST_SHOWN ? `${q.slice(0, MOST_SHOWN).trim()}…` : q}”`
  if (category) return category.name
  const scope = pairs.find(([key]) => key === 'show')?.[1]
  return scope === 'deals' ? 'Deals' : scope === 'new' ? 'New' : 'Everything'
}

const nounOf = ({ category, children }: ListingView) =>
  category && children.length === 0 ? category.name.toLowerCase() : 'things'
